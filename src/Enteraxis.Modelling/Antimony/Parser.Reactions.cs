using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class Parser
{
    /// <summary>"2 A + $B -> C; rate", or an interaction ("A -o J"), which carries no mathematics and is read over.</summary>
    private void Reaction(List<Statement> body, string name, Token first)
    {
        List<SpeciesReference> left = References();
        if (At("-o") || At("-|") || At("-")) { SkipStatement(); return; }
        if (At("<=>")) throw NotSupported(Peek, "A fast or reversible arrow <=>");
        if (!Accept("->") && !Accept("=>") && !Accept("<->") && !Accept("-->"))
            throw Fault(Peek, $"'{Peek.Text}' does not continue the statement that begins with '{first.Text}'; expected =, :=, '=, ->, :, in, is or has.");
        List<SpeciesReference> right = References();
        Formula? rate = null;
        if (Peek is { Kind: TokenKind.EndOfStatement, Text: ";" } && Ahead(1).Kind is not (TokenKind.EndOfStatement or TokenKind.EndOfFile) && !(Ahead(1).Kind == TokenKind.Name && Ahead(2).Text is "=" or ":=" or "has" or ":") && Ahead(1).Text != "end")
        {
            _position++;
            rate = Formula();
        }
        body.Add(new ReactionStatement(name, left, right, rate, first.At));
    }

    private List<SpeciesReference> References()
    {
        List<SpeciesReference> list = [];
        if (AtEnd || At("->") || At("=>") || At("<->") || At("<=>")) return list;
        do
        {
            double stoichiometry = 1;
            string variable = "";
            if (Peek.Kind == TokenKind.Number) stoichiometry = Take().Value;
            else if (Peek.Kind == TokenKind.Name && (Ahead(1).Kind == TokenKind.Name || Ahead(1).Text == "$") && Ahead(1).Text is not ("in" or "is" or "has")) variable = Path("a stoichiometry");
            bool boundary = Accept("$");
            if (Peek.Kind != TokenKind.Name) { if (stoichiometry == 0) continue; throw Fault(Peek, $"a species was expected, not '{Peek.Text}'."); }
            list.Add(new SpeciesReference(Path("a species"), stoichiometry, variable, boundary));
        }
        while (Accept("+"));
        return list;
    }
}
