namespace Enteraxis.Statistics.Design;

/// <summary>How the error of the first kind is shared out among the looks at accumulating data.</summary>
public enum StoppingRule
{
    /// <summary>Critical z ∝ 1/√(information fraction): hard to stop early, the last look nearly as without looks (O'Brien and Fleming, Biometrics 35:549, 1979).</summary>
    OBrienFleming,

    /// <summary>The same critical z at every look (Pocock, Biometrika 64:191, 1977).</summary>
    Pocock,

    /// <summary>z of 3 at every look but the last, which takes what remains (Haybittle 1971; Peto and others 1976).</summary>
    HaybittlePeto,

    /// <summary>Spending 2 − 2Φ(z_{α/2}/√t), close to O'Brien and Fleming's for looks at any time (Lan and DeMets, Biometrika 70:659, 1983).</summary>
    OBrienFlemingSpending,

    /// <summary>Spending α·ln(1 + (e − 1)t), close to Pocock's for looks at any time.</summary>
    PocockSpending,
}
