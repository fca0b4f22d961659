using Enteraxis.Numerics.Random;
using Enteraxis.Studies.Formulas;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Populations;

/// <summary>One person of a population.</summary>
/// <param name="Values">What the model is given in place of its own values, by flat name; the age is that on entering.</param>
/// <param name="Traits">All variables of the population by name, NaN where the preset has none.</param>
/// <param name="Shares">Guild shares in the order of the guild table; null where the population says nothing of them.</param>
/// <param name="Treatment">The intervention that the person is on; empty for none.</param>
public sealed record PopulationPerson(ulong Number, string Preset, Dictionary<string, double> Values, IReadOnlyDictionary<string, double> Traits, double[]? Shares, string Treatment)
{
    /// <summary>Day of the year on which the person enters.</summary>
    public double EnrolmentDay => Traits.TryGetValue(PopulationTable.EnrolmentDay, out double day) && double.IsFinite(day) ? day : 0;
}

/// <summary>Draws people of a preset: a pure function of (seed, person), with the uncertain parameters a function of (seed, set).</summary>
public sealed class PopulationDraw(ScienceLibrary library, ulong seed)
{
    private const uint Stream = 0xE0000005;
    private const string SharePrefix = "share(";

    // Read here, so that a faulty table shows as itself and not out of a loop on many threads.
    private readonly PopulationTable _population = library.Population;
    private readonly Copula _copula = library.Copula;

    /// <param name="set">Number of the draw of uncertain parameters; null leaves them at the centre.</param>
    /// <param name="centre">Values that replace those of the preset before anything is drawn: a variant of the model.</param>
    /// <param name="moved">As <see cref="ParameterTable.Draw"/> has it: what calibration tries, in place of the ensemble's member for the set.</param>
    public PopulationPerson Draw(string preset, ulong person, ulong? set = null, IReadOnlyDictionary<string, double>? centre = null, IReadOnlyDictionary<string, double>? moved = null)
    {
        Func<string, double> uniform = _copula.Uniforms(new KeyedStream(seed, person, Stream));
        Dictionary<string, double> middle = new(library.Presets[preset], StringComparer.Ordinal);
        foreach ((string name, double value) in centre ?? new Dictionary<string, double>()) middle[name] = value;
        Dictionary<string, double> values = library.Parameters.Draw(seed, set, person, middle, moved, preset);
        Dictionary<string, double> traits = new(StringComparer.Ordinal);
        Scope scope = new(values, traits, library.Parameters);
        string treatment = "";
        foreach (PopulationRow row in _population.Of(preset))
        {
            if (row.Law.IsWords)
            {
                treatment = row.Law.Word(uniform(row.Variable)) is var word && word == "none" ? "" : word;
                continue;
            }
            double value = row.Law.Number(uniform(row.Variable), row.Low, row.High, scope);
            traits[row.Variable] = value;
            if (double.IsFinite(value) && library.Parameters.Find(row.Variable) is not null) values[row.Variable] = value;
        }
        return new PopulationPerson(person, preset, values, traits, Shares(traits), treatment);
    }

    private double[]? Shares(Dictionary<string, double> traits)
    {
        IReadOnlyList<GuildRow> guilds = library.Guilds.Rows;
        double[] weight = [.. guilds.Select((g, i) => i == 0 ? 1 : Math.Exp(traits.GetValueOrDefault(SharePrefix + g.Id + ")", double.NaN)))];
        double sum = weight.Sum();
        return double.IsFinite(sum) ? [.. weight.Select(w => w / sum)] : null;
    }

    private sealed class Scope(Dictionary<string, double> values, Dictionary<string, double> traits, ParameterTable parameters) : IFormulaScope
    {
        public double Number(string name) =>
            traits.TryGetValue(name, out double trait) ? trait : values.TryGetValue(name, out double drawn) ? drawn : parameters.Values.TryGetValue(name, out double centre) ? centre : double.NaN;

        public string? Word(string name) => null;

        public double Ask(string function, string word) => double.NaN;
    }
}
