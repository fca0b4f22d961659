using Enteraxis.Modelling.Antimony.Syntax;

namespace Enteraxis.Modelling.Antimony;

internal sealed partial class Parser
{
    private static readonly HashSet<string> TypeWords = new(StringComparer.Ordinal)
    {
        "species", "compartment", "var", "const", "substanceOnly", "formula", "reaction", "ext", "event", "gene", "operator", "DNA", "parameter",
    };

    private static readonly HashSet<string> RefusedWords = new(StringComparer.Ordinal) { "maximize", "minimize", "constraint", "assert" };

    /// <summary>Words after a name that begin an annotation: read over.</summary>
    private static readonly HashSet<string> AnnotationWords = new(StringComparer.Ordinal)
    {
        "identity", "biological_entity_is", "hasPart", "part", "isPartOf", "parthood", "isVersionOf", "hypernym", "hasVersion", "version", "isHomologTo", "homolog",
        "isDescribedBy", "description", "isEncodedBy", "encoder", "encodes", "encodement", "occursIn", "container", "hasProperty", "property", "isPropertyOf",
        "propertyBearer", "hasTaxon", "taxon", "model_entity_is", "origin", "isDerivedFrom", "instance", "isInstanceOf", "hasInstance", "notes", "sboTerm", "created", "modified",
        "creator", "model_source", "derivation", "publication", "author", "identifier",
    };

    /// <summary>"model NAME word …" or "model notes …" annotates; "model NAME(" or a bare "model NAME" defines.</summary>
    private bool IsAnnotationAhead() =>
        Ahead(1).Kind == TokenKind.Name && (Ahead(2).Kind is TokenKind.Name or TokenKind.Text || Ahead(2).Text == "." || Ahead(2).Text.StartsWith('-'));

    private void Statement(List<Statement> body)
    {
        Token first = Peek;
        if ((AtWord("model") || AtWord("module")) && IsAnnotationAhead()) { SkipAnnotation(); return; }
        if (first.Kind == TokenKind.Name && RefusedWords.Contains(first.Text) && Ahead(1).Text is not ("=" or ":=")) throw NotSupported(first, $"'{first.Text}'");
        if (AtWord("import")) throw Fault(first, "an import stands outside of models; move it to the top of the file.");
        if (AtWord("unit") && Ahead(1).Kind == TokenKind.Name) { Unit(body); End(); return; }
        if (AtWord("delete") && Ahead(1).Kind == TokenKind.Name) { _position++; body.Add(new DeleteStatement(Path("a name"), first.At)); End(); return; }
        if (AtWord("at") && Ahead(1).Text is not ("=" or ":=")) { body.Add(Event($"_E{_unnamed++}", first)); End(); return; }
        if (first.Kind == TokenKind.Name && TypeWords.Contains(first.Text) && Ahead(1) is { Kind: TokenKind.Name } or { Text: "$" } && Ahead(1).Text is not ("in" or "is" or "has")) { Declaration(body); End(); return; }
        if (first.Kind == TokenKind.Number && first.Value == 0 && Ahead(1).Text is "=" or ":=") throw NotSupported(first, "An algebraic rule (0 = …)");
        if (first.Kind is TokenKind.Number || At("$") || At("->") || At("=>") || At("<->")) { Reaction(body, $"_J{_unnamed++}", first); End(); return; }
        if (first.Kind != TokenKind.Name) throw Fault(first, $"a statement cannot begin with '{first.Text}'.");
        Named(body, first);
        End();
    }

    private void End()
    {
        if (!AtEnd) throw Fault(Peek, $"the statement should end before '{Peek.Text}'; write a line end or a semicolon.");
    }

    private void SkipAnnotation()
    {
        // Lists of texts may go on over lines after a comma; the lexer joins those.
        SkipStatement();
    }

    private void Named(List<Statement> body, Token first)
    {
        int start = _position;
        string name = Path("a name");
        Token next = Peek;
        if (Accept(":="))
        {
            body.Add(new AssignmentStatement(name, AssignmentKind.Rule, Formula(), first.At));
            return;
        }
        if (At("'"))
        {
            _position++;
            Expect("=", "after the prime of a rate rule");
            body.Add(new AssignmentStatement(name, AssignmentKind.Rate, Formula(), first.At));
            return;
        }
        if (Accept("="))
        {
            if (name.EndsWith(".sboTerm", StringComparison.Ordinal)) { SkipStatement(); return; }
            // "x = ;" is how a value that is not known is written out.
            if (AtEnd) { body.Add(new DeclarationStatement(name, SymbolType.Unspecified, null, false, false, first.At)); return; }
            body.Add(new AssignmentStatement(name, AssignmentKind.Initial, Formula(), first.At));
            return;
        }
        if (Accept(":")) { Labelled(body, name, first); return; }
        if (AtWord("in")) { _position++; body.Add(new InCompartmentStatement(name, Path("a compartment"), first.At)); MaybeInitial(body, name); return; }
        if (AtWord("has")) { Has(body, name, first); return; }
        if (AtWord("is"))
        {
            _position++;
            if (Peek.Kind == TokenKind.Text) { SkipStatement(); return; }
            body.Add(new SynonymStatement(name, Path("a name"), first.At));
            return;
        }
        if (next.Kind == TokenKind.Text || next.Kind == TokenKind.Name && (AnnotationWords.Contains(next.Text) || Ahead(1).Kind == TokenKind.Text)
            || name.Contains(".notes", StringComparison.Ordinal)) { SkipAnnotation(); return; }
        _position = start;
        Reaction(body, $"_J{_unnamed++}", first);
    }

    /// <summary>After "name:": an event, a submodel, a reaction or an interaction.</summary>
    private void Labelled(List<Statement> body, string name, Token first)
    {
        if (AtWord("at")) { body.Add(Event(name, first)); return; }
        if (Peek.Kind == TokenKind.Name && Ahead(1).Text == "(")
        {
            string model = Take().Text;
            _position++;
            List<Formula> arguments = [];
            while (!Accept(")"))
            {
                arguments.Add(Formula());
                if (!At(")")) Expect(",", $"between the arguments of {model}");
            }
            if (!AtEnd) throw NotSupported(Peek, "A conversion factor of a submodel");
            body.Add(new SubmodelStatement(name, model, arguments, first.At));
            return;
        }
        Reaction(body, name, first);
    }

    private void Has(List<Statement> body, string name, Token first)
    {
        _position++;
        int from = _position;
        Formula unit = Formula();
        string spelling = string.Join(' ', _tokens[from.._position].Select(t => t.Text)).Replace(" . ", ".", StringComparison.Ordinal);
        body.Add(new HasUnitStatement(name, unit, spelling, first.At));
    }

    private void Unit(List<Statement> body)
    {
        Token first = Take();
        string name = Name("the unit's name");
        if (Accept("=")) body.Add(new UnitDefinitionStatement(name, Formula(), first.At));
        else SkipStatement();
    }

    private void Declaration(List<Statement> body)
    {
        bool? constant = null;
        bool substanceOnly = false;
        SymbolType type = SymbolType.Unspecified;
        while (Peek.Kind == TokenKind.Name && TypeWords.Contains(Peek.Text) && (Ahead(1).Kind == TokenKind.Name || Ahead(1).Text == "$"))
            switch (Take().Text)
            {
                case "var": constant = false; break;
                case "const": constant = true; break;
                case "substanceOnly": substanceOnly = true; break;
                case "species": type = SymbolType.Species; break;
                case "compartment": type = SymbolType.Compartment; break;
                case "reaction": type = SymbolType.Reaction; break;
                default: type = type == SymbolType.Unspecified ? SymbolType.Formula : type; break;
            }
        do
        {
            Token at = Peek;
            bool boundary = Accept("$");
            string name = Path("a name");
            body.Add(new DeclarationStatement(name, type, constant, substanceOnly, boundary, at.At));
            if (AtWord("in"))
            {
                _position++;
                body.Add(new InCompartmentStatement(name, Path("a compartment"), at.At));
            }
            if (AtWord("has")) Has(body, name, at);
            MaybeInitial(body, name);
            if (AtWord("has")) Has(body, name, at);
        }
        while (Accept(","));
    }

    private void MaybeInitial(List<Statement> body, string name)
    {
        Token at = Peek;
        if (Accept("=")) body.Add(new AssignmentStatement(name, AssignmentKind.Initial, Formula(), at.At));
        else if (Accept(":=")) body.Add(new AssignmentStatement(name, AssignmentKind.Rule, Formula(), at.At));
    }
}
