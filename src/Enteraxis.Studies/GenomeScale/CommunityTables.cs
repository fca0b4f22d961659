using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>The result as tables, a unit in the name of each column that has one.</summary>
internal static class CommunityTables
{
    public static ResultTable Growth(CommunityResult r)
    {
        ResultTable table = new("growth", ("taxon", typeof(string)), ("model", typeof(string)), ("share_of_community", typeof(double)), ("growth_per_h", typeof(double)), ("grows", typeof(string)), ("reactions", typeof(int)));
        for (int m = 0; m < r.Members.Count; m++)
        {
            CommunityMember member = r.Members[m];
            table.Add(member.Model.Taxon, member.Model.File, member.Share, Told.Of(r.Solution.Growth[m]), r.Solution.Growth[m] > Told.Nothing ? "yes" : "no", member.Model.Network.Reactions.Count);
        }
        table.Add("community", "", 1.0, Told.Of(r.Solution.CommunityGrowth(r.Members)), "", r.Members.Sum(m => m.Model.Network.Reactions.Count));
        table.Add("community, at most", "", 1.0, Told.Of(r.Solution.LargestGrowth), "", r.Members.Sum(m => m.Model.Network.Reactions.Count));
        return table;
    }

    public static ResultTable Exchanges(CommunityResult r)
    {
        ResultTable table = new("exchanges", ("taxon", typeof(string)), ("exchange", typeof(string)), ("compound", typeof(string)), ("does", typeof(string)), ("flux_mmol_per_g_taxon_h", typeof(double)), ("flux_mmol_per_g_community_h", typeof(double)));
        foreach (MemberExchange x in r.Solution.Exchanges.Where(x => Told.Of(x.Flux) != 0))
            table.Add(r.Members[x.Member].Model.Taxon, x.Exchange, Compound(r, x.Exchange), x.Flux > 0 ? "releases" : "takes up", Told.Of(x.Flux), Told.Of(x.InCommunity));
        return table;
    }

    public static ResultTable Medium(CommunityResult r)
    {
        ResultTable table = new("medium", ("exchange", typeof(string)), ("compound", typeof(string)), ("offered_mmol_per_g_h", typeof(double)), ("taken_mmol_per_g_h", typeof(double)), ("left_over_mmol_per_g_h", typeof(double)),
            ("least_total_mmol_per_g_h", typeof(double)), ("fewest_components_mmol_per_g_h", typeof(double)));
        for (int e = 0; e < r.Exchanges.Count; e++)
            table.Add(r.Exchanges[e], Compound(r, r.Exchanges[e]), r.Diet.Of(r.Exchanges[e]), Told.Of(Math.Max(0, -r.Solution.NetRelease[e])), Told.Of(Math.Max(0, r.Solution.NetRelease[e])),
                r.LeastTotal is null ? null : Told.Of(r.LeastTotal[e]), r.FewestComponents is null ? null : Told.Of(r.FewestComponents[e]));
        return table;
    }

    public static ResultTable Variability(CommunityResult r)
    {
        ResultTable table = new("variability", ("exchange", typeof(string)), ("compound", typeof(string)), ("least_net_release_mmol_per_g_h", typeof(double)), ("told_net_release_mmol_per_g_h", typeof(double)), ("most_net_release_mmol_per_g_h", typeof(double)));
        for (int e = 0; e < r.Exchanges.Count; e++)
            table.Add(r.Exchanges[e], Compound(r, r.Exchanges[e]), Told.Of(r.Ranges![e].Least), Told.Of(r.Solution.NetRelease[e]), Told.Of(r.Ranges[e].Most));
        return table;
    }

    public static ResultTable Changes(CommunityResult r)
    {
        ResultTable table = new("changes", ("change", typeof(string)), ("quantity", typeof(string)), ("item", typeof(string)), ("unit", typeof(string)), ("before", typeof(double)), ("after", typeof(double)), ("difference", typeof(double)));
        foreach (ChangedCommunity c in r.Changes)
        {
            Add("largest growth", "community", "1/h", r.Solution.LargestGrowth, c.Solution.LargestGrowth);
            Add("growth", "community", "1/h", r.Solution.CommunityGrowth(r.Members), c.Solution.CommunityGrowth(r.Members));
            for (int m = 0; m < r.Members.Count; m++) Add("growth", r.Members[m].Model.Taxon, "1/h", r.Solution.Growth[m], c.Solution.Growth[m]);
            for (int e = 0; e < r.Exchanges.Count; e++) Add("net release", r.Exchanges[e], "mmol/gDW/h", r.Solution.NetRelease[e], c.Solution.NetRelease[e]);
            void Add(string quantity, string item, string unit, double before, double after) => table.Add(c.Change.Text, quantity, item, unit, Told.Of(before), Told.Of(after), Told.Of(after - before));
        }
        return table;
    }

    public static ResultTable Acids(CommunityResult r)
    {
        ResultTable table = new("acids", ("acid", typeof(string)), ("kind_of_estimate", typeof(string)), ("quantity", typeof(string)), ("unit", typeof(string)), ("estimate", typeof(double)), ("low", typeof(double)), ("high", typeof(double)), ("share_of_these_acids", typeof(double)));
        foreach (AcidLine a in r.Acids) table.Add(a.Acid, a.Kind, a.Quantity, a.Unit, a.Estimate, a.Low, a.High, a.Share);
        return table;
    }

    /// <summary>The name that the first model with this exchange gives the compound.</summary>
    internal static string Compound(CommunityResult r, string exchange)
    {
        foreach (CommunityMember m in r.Members)
            foreach (TaxonExchange e in m.Model.Exchanges)
                if (e.Name == exchange) return m.Model.Network.Metabolites[m.Model.Network.Reactions[e.Reaction].Terms[0].Metabolite].Name;
        return "";
    }
}
