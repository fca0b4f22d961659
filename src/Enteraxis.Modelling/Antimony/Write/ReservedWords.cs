namespace Enteraxis.Modelling.Antimony.Write;

/// <summary>Names that a quantity in Antimony text cannot have.</summary>
internal static class ReservedWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "model", "module", "end", "function", "import", "at", "after", "in", "is", "has", "unit", "delete", "and", "or", "not", "xor",
        "species", "compartment", "var", "const", "substanceOnly", "formula", "reaction", "ext", "event", "gene", "operator", "DNA", "parameter",
        "maximize", "minimize", "constraint", "assert", "priority", "persistent", "t0", "fromTrigger", "since", "interaction", "identity", "notes",
    };

    /// <summary>Words of the language itself.</summary>
    public static bool IsReserved(string name) => Words.Contains(name) || FormulaTranslator.IsReserved(name);

    /// <summary>Those, and the functions, which other readers do not take for names.</summary>
    public static bool IsReservedElsewhere(string name) => IsReserved(name) || name != "beta" && FunctionCatalogue.Names.Contains(name);
}
