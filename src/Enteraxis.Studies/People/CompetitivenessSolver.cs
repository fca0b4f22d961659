using Enteraxis.Numerics;
using Enteraxis.Simulation;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.People;

/// <summary>
/// Finds how competitive each guild must be for the community to rest at a person's shares under the person's own diet, by running the control
/// model models/gut/competitiveness.ant without randomness to its rest.
/// </summary>
/// <remarks>The control model's targets are called target_GUILD, its answers log_comp_GUILD; exposures and parameters have the axis's own names.</remarks>
public sealed class CompetitivenessSolver(AxisModel control, IReadOnlyList<GuildRow> guilds, GutProfile profile, ulong seed, double days)
{
    public static IEnumerable<string> Observables(IReadOnlyList<GuildRow> guilds) => guilds.Select(g => "log_comp_" + g.Id);

    /// <summary>The run that finds a person's values.</summary>
    public PersonRun Run(ulong person, IReadOnlyDictionary<string, double> values)
    {
        Dictionary<string, double> given = control.Restrict(values);
        double[] shares = profile.Shares(guilds, seed, person);
        for (int i = 0; i < guilds.Count; i++) given["target_" + guilds[i].Id] = shares[i];
        return new PersonRun { Seed = seed, Person = person, Values = given, End = days, OutputTimes = [days], Randomness = false };
    }

    /// <summary>Competitiveness by flat name of the axis; null where the run failed.</summary>
    public Dictionary<string, double>? Read(Course course)
    {
        if (course.Failure is not null) return null;
        Dictionary<string, double> solved = new(StringComparer.Ordinal);
        foreach (GuildRow g in guilds)
        {
            double value = Math.Exp(course.Values[0, control.Column("log_comp_" + g.Id)]);
            if (!double.IsFinite(value)) return null;
            solved[g.Competitiveness] = value;
        }
        return solved;
    }
}
