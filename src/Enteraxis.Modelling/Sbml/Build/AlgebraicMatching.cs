using System.Xml.Linq;
using Enteraxis.Modelling.Sbml.Documents;

namespace Enteraxis.Modelling.Sbml.Build;

/// <summary>Finds for each algebraic rule the variable that it determines: one that it names and that nothing else determines.</summary>
/// <remarks>A matching of rules to variables by augmenting paths. Where there is a choice, one that no event sets, that has no value of its own and that is no boundary condition goes first.</remarks>
internal sealed class AlgebraicMatching
{
    private readonly Dictionary<Symbol, Rule> _ruleOf = [];
    private readonly Dictionary<Rule, Symbol[]> _candidates = [];

    public AlgebraicMatching(FlatDocument document, SymbolTable symbols, FaultList faults)
    {
        Rule[] rules = [.. document.Rules.Where(r => r.Kind == RuleKind.Algebraic)];
        foreach (Rule rule in rules)
            _candidates[rule] = [.. Names(rule.Formula).Distinct(StringComparer.Ordinal).Select(n => symbols.TryGet(n, out Symbol? s) ? s : null).OfType<Symbol>()
                .Where(IsFree).OrderBy(Reluctance)];
        foreach (Rule rule in rules)
            faults.Try(() =>
            {
                if (!Place(rule, [])) throw rule.Source.Fault("the algebraic rule determines nothing: whatever it names is constant or determined otherwise; remove it or free a variable.");
            });
    }

    /// <summary>Rules by the variable that each determines.</summary>
    public IReadOnlyDictionary<Symbol, Rule> Rules => _ruleOf;

    private static bool IsFree(Symbol s) => !s.IsConstant && s.Rule is null && !s.IsReacting && s.Source is not SpeciesUse { Formula: not null };

    private static int Reluctance(Symbol s) => (s.IsMoved ? 4 : 0) + (s.HasNumber || s.Initial is not null ? 2 : 0) + (s.Source is Species { IsBoundary: true } ? 1 : 0);

    private static IEnumerable<string> Names(XElement formula) => formula.DescendantsAndSelf().Where(e => e.Name.LocalName == "ci").Select(e => e.Value.Trim());

    private bool Place(Rule rule, HashSet<Symbol> tried)
    {
        foreach (Symbol s in _candidates[rule])
        {
            if (!tried.Add(s)) continue;
            if (_ruleOf.TryGetValue(s, out Rule? other) && !Place(other, tried)) continue;
            _ruleOf[s] = rule;
            return true;
        }
        return false;
    }
}
