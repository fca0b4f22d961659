using Enteraxis.Numerics;

namespace Enteraxis.Studies.Formulas;

/// <summary>A small formula of a table: numbers, names, + − * / ^, comparisons (= != &lt; &lt;= &gt; &gt;=), and, or, not, functions.</summary>
/// <remarks>
/// Truth is 1 and 0. An unknown name is NaN and every comparison with NaN is false, so that a missing trait fires nothing (but <c>not</c> of it is
/// true). A name that is compared with = or != to a word compares words: <c>course = rrms</c>. Functions: has(word), lever(word), amount(word), min, max, exp, log, sqrt.
/// </remarks>
public sealed class Formula
{
    private readonly FormulaNode _root;

    private Formula(string text, FormulaNode root) => (Text, _root) = (text, root);

    public string Text { get; }

    /// <exception cref="InputException">The text is no formula; the sentence says where.</exception>
    public static Formula Parse(string text) => new(text, new FormulaParser(text).Parse());

    public double Value(IFormulaScope scope) => _root.Value(scope);

    public bool IsTrue(IFormulaScope scope) => _root.Value(scope) is > 0 or < 0;

    /// <summary>All names of numbers that it reads.</summary>
    public IEnumerable<string> Names => _root.Names();

    /// <summary>What it asks about: has, lever or amount with the word, and traits that are compared with a word ("=" and "trait=word").</summary>
    public IEnumerable<(string Function, string Word)> Asked => _root.Asked();
}

/// <summary>Where a formula finds its names.</summary>
public interface IFormulaScope
{
    /// <summary>NaN where unknown.</summary>
    double Number(string name);

    /// <summary>A choice by its word; null where unknown.</summary>
    string? Word(string name);

    /// <summary>Functions of one word: has, lever, amount. NaN where the function is unknown here.</summary>
    double Ask(string function, string word);
}
