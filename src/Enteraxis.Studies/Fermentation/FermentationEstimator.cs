using System.Globalization;
using Enteraxis.Microbiome;
using Enteraxis.Numerics;
using Enteraxis.Studies.Fermentation.Flows;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>From the samples of a table to what they make, absorb and leave in the stool, with 90 % intervals.</summary>
/// <remarks>
/// Production is the guild model of models/gut at rest, at the sample's shares, its transit and the given diet. Concentration is models/gut/stool.ant, calibrated on measured
/// stools (docs/design/fermentation.md). Not for infants, stools after antibiotics or laxatives, nor other sites than stool.
/// </remarks>
/// <example><code>ScfaTable.Of(new FermentationEstimator(ScienceLibrary.Load(root)).Estimate(FeatureTableReader.Read("table.biom"))).ToTsv()</code></example>
public sealed class FermentationEstimator
{
    private const double NormalQuantile95 = 1.6448536269514722;
    private const string TransitBase = "gut.transit_base", Transit = "gut.transit_time", Volume = "gut.volume", Residual = "gut.carbon_residual", Inflow = "gut.carbon_in";

    private readonly CommunityRest _rest;
    private readonly StoolModel _stool;
    private readonly Lazy<(double Low, double High)[]> _spread;

    /// <param name="threads">0: one per processor; the figures do not depend on it.</param>
    /// <exception cref="InputException">A table or model is missing or faulty.</exception>
    public FermentationEstimator(ScienceLibrary library, int threads = 0)
    {
        Models = new FermentationModels(library);
        _rest = new CommunityRest(library, [.. Models.Acids.Select(a => a.Inside), Transit, Residual, Inflow, .. Models.Carbon.Quantities], threads);
        _stool = new StoolModel(Models.StoolPath, library.Parameters, ["transit_base", .. Models.InStool.SelectMany(a => new[] { "stool_" + a.Stool, "absorbed_" + a.Stool, "excreted_" + a.Stool })]);
        _spread = new(() => ProductionSpread.Of(Models, _rest, Production, CancellationToken.None));
    }

    public FermentationModels Models { get; }

    internal CommunityRest Rest => _rest;

    /// <param name="samples">Null: all of the table.</param>
    /// <param name="diet">Exposures by name of the model (fibre, protein … in g a day); those left out take the reference diet. The same for all samples.</param>
    /// <exception cref="InputException">No sample can be estimated.</exception>
    public FermentationResult Estimate(FeatureTable table, IEnumerable<string>? samples = null, IReadOnlyDictionary<string, double>? diet = null, CancellationToken cancellation = default) =>
        Estimate(ToRest(table, samples, diet, cancellation));

    /// <summary>Brings the samples' communities to rest.</summary>
    /// <param name="samples">Null: all of the table.</param>
    /// <param name="diet">As for <see cref="Estimate(FeatureTable, IEnumerable{string}?, IReadOnlyDictionary{string, double}?, CancellationToken)"/>.</param>
    public RestedSamples ToRest(FeatureTable table, IEnumerable<string>? samples = null, IReadOnlyDictionary<string, double>? diet = null, CancellationToken cancellation = default)
    {
        List<(string Sample, string Reason)> leftOut = [];
        IReadOnlyList<SampleProfile> profiles = SampleProfile.Read(table, samples, Models.Library, leftOut);
        return new RestedSamples(table.Source, profiles, _rest.Find([.. profiles.Select(p => Request(p, diet))], cancellation), leftOut);
    }

    /// <exception cref="InputException">No sample can be estimated.</exception>
    public FermentationResult Estimate(RestedSamples samples)
    {
        List<(string Sample, string Reason)> leftOut = [.. samples.LeftOut];
        IReadOnlyList<SampleProfile> profiles = samples.Profiles;
        IReadOnlyList<RestedCommunity?> rested = samples.Communities;
        List<AcidEstimate> rows = [];
        Dictionary<string, double> transit = new(StringComparer.Ordinal);
        double worst = 0;
        int unfed = 0;
        for (int i = 0; i < profiles.Count; i++)
        {
            if (rested[i] is not { } community)
            {
                leftOut.Add((profiles[i].Sample, "the community of guilds does not come to rest at these shares"));
                continue;
            }
            int n = Models.Acids.Count;
            worst = Math.Max(worst, Math.Abs(community.Readings[n + 1] / community.Readings[n + 2]));
            transit[profiles[i].Sample] = TransitOf(profiles[i]);
            unfed += Add(profiles[i], community.Readings, rows);
        }
        if (rows.Count == 0) throw new InputException($"{samples.Source}: no sample can be estimated; the first, '{leftOut[0].Sample}': {leftOut[0].Reason}");
        return new FermentationResult(rows, transit, worst, leftOut, Notes(profiles, unfed));
    }

    /// <summary>What each guild of one sample eats and makes at rest.</summary>
    /// <param name="diet">As for <see cref="Estimate"/>.</param>
    /// <exception cref="InputException">The sample cannot be estimated.</exception>
    public GuildFlows Flows(FeatureTable table, string sample, IReadOnlyDictionary<string, double>? diet = null, CancellationToken cancellation = default)
    {
        List<(string Sample, string Reason)> leftOut = [];
        IReadOnlyList<SampleProfile> profiles = SampleProfile.Read(table, [sample], Models.Library, leftOut);
        if (profiles.Count == 0) throw new InputException($"{table.Source}: sample '{sample}' cannot be estimated; {leftOut[0].Reason}");
        RestedCommunity community = _rest.Find([Request(profiles[0], diet)], cancellation)[0] ?? throw new InputException($"{table.Source}: the community of guilds of sample '{sample}' does not come to rest at these shares.");
        return Flows(sample, community.Readings);
    }

    /// <summary>The same from what was read of a community at rest.</summary>
    internal GuildFlows Flows(string sample, double[] readings)
    {
        Dictionary<string, double> value = Models.Carbon.Quantities.Zip(readings.Skip(Models.Acids.Count + 3)).ToDictionary(q => q.First, q => q.Second, StringComparer.Ordinal);
        return GuildFlows.Of(sample, Models.Carbon, Models.Library.Guilds.Rows, q => value[q], Models.Value(Volume));
    }

    /// <summary>Transit of a profile before its diet moves it, days: an index, not a measurement.</summary>
    internal double TransitOf(SampleProfile profile) => _stool.Evaluate(Inputs(profile))("transit_base");

    internal RestRequest Request(SampleProfile profile, IReadOnlyDictionary<string, double>? diet) =>
        new(profile.Guilds, new Dictionary<string, double>(diet ?? new Dictionary<string, double>(), StringComparer.Ordinal) { [TransitBase] = TransitOf(profile) });

    /// <summary>At rest what is made is what is absorbed in the vessel and what leaves it, mmol a day by acid.</summary>
    internal double[] Production(double[] readings, IReadOnlyDictionary<string, double> values)
    {
        double Value(string name) => values.TryGetValue(name, out double v) ? v : Models.Value(name);
        double days = readings[Models.Acids.Count];
        return [.. Models.Acids.Select((a, i) => readings[i] / a.Carbons * Value(Volume) * (Value(a.Absorb) + 1 / days))];
    }

    /// <summary>Faecal concentration by acid with a faecal estimate, µmol per g, and the rest of the stool's account.</summary>
    /// <param name="response">By acid with a faecal estimate: level in the vessel over that before a change of diet; null for no change.</param>
    internal Func<string, double> Stool(SampleProfile profile, double transitDays, double[] made, double[]? response)
    {
        Dictionary<string, double> inputs = Inputs(profile);
        inputs["transit_time"] = transitDays;
        for (int a = 0, s = 0; a < Models.Acids.Count; a++)
        {
            if (!Models.Acids[a].HasStool) continue;
            inputs["made_" + Models.Acids[a].Stool] = made[a];
            if (response is not null) inputs["response_" + Models.Acids[a].Stool] = response[s];
            s++;
        }
        return _stool.Evaluate(inputs);
    }

    private int Add(SampleProfile profile, double[] readings, List<AcidEstimate> rows)
    {
        double[] made = Production(readings, new Dictionary<string, double>());
        // Calibrated stools were measured on people's own diets, so the concentration is told at the transit of the profile alone.
        Func<string, double> stool = Stool(profile, TransitOf(profile), made, null);
        int unfed = 0;
        for (int a = 0; a < Models.Acids.Count; a++)
        {
            AcidRow acid = Models.Acids[a];
            (double low, double high) = _spread.Value[a];
            rows.Add(new AcidEstimate(profile.Sample, acid.Id, "production_mmol_per_day", made[a], made[a] * low, made[a] * high));
            if (!acid.HasStool) continue;
            double absorbed = stool("absorbed_" + acid.Stool), faecal = stool("stool_" + acid.Stool), factor = Math.Exp(NormalQuantile95 * Models.Stool("scatter_" + acid.Stool));
            if (absorbed > 0) rows.Add(new AcidEstimate(profile.Sample, acid.Id, "absorption_mmol_per_day", absorbed, absorbed * low, absorbed * high));
            else unfed++;
            rows.Add(new AcidEstimate(profile.Sample, acid.Id, "faecal_umol_per_g", faecal, faecal / factor, faecal * factor));
            rows.Add(new AcidEstimate(profile.Sample, acid.Id, "faecal_ug_per_g", faecal * acid.GramsPerMole, faecal * acid.GramsPerMole / factor, faecal * acid.GramsPerMole * factor));
        }
        return unfed;
    }

    private Dictionary<string, double> Inputs(SampleProfile profile)
    {
        Dictionary<string, double> inputs = new(StringComparer.Ordinal);
        foreach (string m in Models.Markers) inputs["marker_" + m] = Models.Known(profile, m);
        foreach (AcidRow a in Models.InStool)
            if (a.TiltGuild.Length > 0)
                inputs["guild_" + a.TiltGuild] = Models.GuildShare(profile, a.TiltGuild);
        return inputs;
    }

    private List<string> Notes(IReadOnlyList<SampleProfile> profiles, int unfed)
    {
        List<string> notes = [];
        string[] unknown = [.. Models.Markers.Where(m => profiles.Count > 0 && double.IsNaN(profiles[0].Markers[m]))];
        if (unknown.Length > 0) notes.Add($"No feature of the table bears a name of {string.Join(", ", unknown)}, so whether they are absent or not told apart is unknown: these markers of transit count as usual.");
        if (unfed > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"In {unfed} cases the guild model makes less of an acid than such a stool holds: there no absorption is given, and production is too low."));
        return notes;
    }
}
