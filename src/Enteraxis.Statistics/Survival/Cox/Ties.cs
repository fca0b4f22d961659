namespace Enteraxis.Statistics.Survival.Cox;

/// <summary>How events at one time enter the partial likelihood.</summary>
public enum Ties
{
    /// <summary>Averages over the unknown order; close to exact at little cost (Efron, JASA 72:557, 1977). The default.</summary>
    Efron,

    /// <summary>As if every one of them met the whole risk set: fast, drawn to zero where ties are many (Breslow, Biometrics 30:89, 1974).</summary>
    Breslow,

    /// <summary>Time is truly discrete: conditional logistic likelihood over all choices of who had the event. Cost grows with events a time; no weights.</summary>
    Exact,
}
