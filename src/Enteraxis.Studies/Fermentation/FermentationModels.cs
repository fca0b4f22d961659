using Enteraxis.Studies.Fermentation.Calibration;
using Enteraxis.Studies.Fermentation.Flows;
using Enteraxis.Studies.Tables;

namespace Enteraxis.Studies.Fermentation;

/// <summary>The tables behind the estimates, and what the calibration takes from them.</summary>
public sealed class FermentationModels
{
    public FermentationModels(ScienceLibrary library)
    {
        Library = library;
        Acids = AcidTable.Read(In("acids.tsv"));
        InStool = [.. Acids.Where(a => a.HasStool)];
        Directions = MarkerDirections.Read(In("stool_markers.tsv"));
        Markers = [.. Directions.Keys];
        StoolPath = In("stool.ant");
        Carbon = CarbonTables.Read(Path.GetDirectoryName(StoolPath)!, library.Guilds);
    }

    public ScienceLibrary Library { get; }

    public IReadOnlyList<AcidRow> Acids { get; }

    /// <summary>Those with a faecal estimate.</summary>
    public IReadOnlyList<AcidRow> InStool { get; }

    public IReadOnlyDictionary<string, int> Directions { get; }

    public IReadOnlyList<string> Markers { get; }

    public string StoolPath { get; }

    /// <summary>What each guild eats and makes.</summary>
    public CarbonTables Carbon { get; }

    /// <summary>Value of a parameter of the stool model.</summary>
    public double Stool(string name) => Value("stool." + name);

    public double Value(string parameter) => Library.Parameters.Values[parameter];

    /// <summary>What the calibration takes as given, for the acids of <see cref="InStool"/>.</summary>
    public CalibrationSettings Settings() => new()
    {
        Directions = [.. Markers.Select(m => Directions[m])],
        ShapesTransit = [.. InStool.Select(a => a.ShapesTransit)],
        Tilted = [.. InStool.Select(a => a.TiltGuild.Length > 0)],
        LogBefore = [.. InStool.Select(a => Math.Log(Stool("reference_" + a.Stool) * Stool("concentrating")))],
        TransitReference = Stool("transit_reference"),
        DistalShare = Stool("distal_share"),
        TransitSpread = Library.Parameters.Find("gut.transit_base")!.BetweenPeople.A,
    };

    /// <param name="micromolesPerGram">Measured, by acid of <see cref="InStool"/>; NaN or 0 and below where there is none.</param>
    public StoolSample Measured(SampleProfile profile, string block, IReadOnlyList<double> micromolesPerGram) => new(block,
        [.. Markers.Select(m => Math.Log(Known(profile, m) + Stool("marker_floor")))],
        [.. InStool.Select(a => a.TiltGuild.Length > 0 ? Math.Log(GuildShare(profile, a.TiltGuild) + Stool("guild_floor")) : 0)],
        [.. micromolesPerGram.Select(x => x > 0 ? Math.Log(x) : double.NaN)]);

    /// <summary>Share of a marker; one that the table's taxonomy does not know counts as usual.</summary>
    public double Known(SampleProfile profile, string marker) =>
        profile.Markers[marker] is var share && double.IsNaN(share) ? Math.Max(0, Math.Exp(Stool("usual_" + marker)) - Stool("marker_floor")) : share;

    public double GuildShare(SampleProfile profile, string guild)
    {
        for (int g = 0; g < Library.Guilds.Rows.Count; g++)
            if (Library.Guilds.Rows[g].Id == guild)
                return profile.Guilds[g];
        throw new ArgumentException($"'{guild}' is no guild of the table.", nameof(guild));
    }

    private string In(string name) => Path.Combine(Library.Root, "models", "gut", name);
}
