using Enteraxis.Modelling.Antimony.Syntax;
using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Antimony;

/// <summary>Reads tokens into definitions. This part: files, models, functions; the others read statements, formulas, reactions and events.</summary>
internal sealed partial class Parser
{
    /// <summary>Name of the model made of the statements outside any model…end.</summary>
    private const string Bare = "__main";

    private readonly List<Token> _tokens;
    private readonly string _path;
    private readonly Library _library;
    private int _position;
    private int _unnamed;
    private bool _signsBindFirst;

    private Parser(string text, string path, string shown, Library library)
    {
        _tokens = new Lexer(text, shown).Tokens();
        _path = path;
        _library = library;
    }

    /// <param name="path">Full path of the file, for imports; empty for text in memory, which may import nothing.</param>
    /// <param name="shown">Name of the text in error sentences.</param>
    public static void Read(string text, string path, string shown, Library library) => new Parser(text, path, shown, library).File();

    /// <summary>One formula alone as SBML of level 1 writes it: powers from the left, and a sign before a power (as libSBML reads them; Antimony does neither).</summary>
    public static Formula ReadLevelOneFormula(string text, string shown)
    {
        Parser parser = new(text, "", shown, new Library()) { _signsBindFirst = true };
        Formula formula = parser.Formula();
        return parser.AtEnd ? formula : throw Fault(parser.Peek, $"the formula was expected to end before '{parser.Peek.Text}'.");
    }

    private Token Peek => _tokens[_position];

    private Token Ahead(int n) => _tokens[Math.Min(_position + n, _tokens.Count - 1)];

    private Token Take() => _tokens[_position++];

    private bool At(string symbol) => Peek.Kind == TokenKind.Symbol && Peek.Text == symbol;

    private bool AtWord(string word) => Peek.Kind == TokenKind.Name && Peek.Text == word;

    private bool AtEnd => Peek.Kind is TokenKind.EndOfStatement or TokenKind.EndOfFile;

    private bool Accept(string symbol)
    {
        if (!At(symbol)) return false;
        _position++;
        return true;
    }

    private void Expect(string symbol, string where)
    {
        if (!Accept(symbol)) throw Fault(Peek, $"'{symbol}' was expected {where}, not '{Peek.Text}'.");
    }

    private string Name(string what)
    {
        if (Peek.Kind != TokenKind.Name) throw Fault(Peek, $"{what} was expected, not '{Peek.Text}'.");
        return Take().Text;
    }

    /// <summary>A name with dots and no spaces between: room.air.</summary>
    private string Path(string what)
    {
        string name = Name(what);
        while (At(".") && Ahead(1).Kind == TokenKind.Name)
        {
            _position++;
            name += "." + Take().Text;
        }
        return name;
    }

    private static InputException Fault(Token token, string what) => InputException.At(token.At.File, token.At.Line, token.At.Column, what);

    private static InputException NotSupported(Token token, string what) => Fault(token, $"{what} is not supported here; leave it out or write it another way.");

    private void SkipEnds()
    {
        while (Peek.Kind == TokenKind.EndOfStatement) _position++;
    }

    private void SkipStatement()
    {
        while (!AtEnd) _position++;
    }

    private void File()
    {
        List<Statement> bare = [];
        SourcePosition start = Peek.At;
        for (SkipEnds(); Peek.Kind != TokenKind.EndOfFile; SkipEnds())
        {
            if (AtWord("import")) Import();
            else if (AtWord("function")) Function();
            else if ((AtWord("model") || AtWord("module")) && !IsAnnotationAhead()) Model();
            else Statement(bare);
        }
        if (bare.Count > 0) Add(new ModelDefinition(Bare, false, [], bare, start));
    }

    private void Add(ModelDefinition model)
    {
        if (!_library.Models.TryAdd(model.Name, model))
            throw InputException.At(model.At.File, model.At.Line, model.At.Column, $"the model '{model.Name}' is defined twice; rename one.");
        if (model.IsMain) _library.Main = model;
        _library.Last = model;
    }

    private void Import()
    {
        Token word = Take();
        if (Peek.Kind != TokenKind.Text) throw Fault(Peek, "import needs a file name in quotes.");
        string name = Take().Text;
        if (_path.Length == 0) throw Fault(word, $"a text that is no file cannot import '{name}'; save it to a file first.");
        string target = ImportPath.Resolve(_path, name, word.At);
        if (!_library.Files.Add(target)) return;
        if (!System.IO.File.Exists(target)) throw Fault(word, $"the imported file '{name}' is not there; check the name.");
        // What an imported file would run by itself is not what the importing file runs.
        ModelDefinition? main = _library.Main;
        Read(ModelText.Load(target), target, System.IO.Path.GetFileName(target), _library);
        _library.Main = main;
    }

    private void Function()
    {
        Token word = Take();
        string name = Name("the function's name");
        List<string> arguments = Arguments();
        SkipEnds();
        Formula body = Formula();
        SkipEnds();
        if (!AtWord("end")) throw Fault(Peek, $"the function '{name}' must end with 'end'.");
        _position++;
        if (!_library.Functions.TryAdd(name, new FunctionDefinition(name, arguments, body, word.At)))
            throw Fault(word, $"the function '{name}' is defined twice; rename one.");
    }

    private List<string> Arguments()
    {
        List<string> arguments = [];
        if (!Accept("(")) return arguments;
        while (!Accept(")"))
        {
            arguments.Add(Name("an argument's name"));
            if (!At(")")) Expect(",", "between arguments");
        }
        return arguments;
    }

    private void Model()
    {
        Token word = Take();
        bool main = Accept("*");
        string name = Name("the model's name");
        // Databases put hyphens into model names.
        while (!AtEnd && !At("(")) name += Take().Text;
        List<string> arguments = Arguments();
        List<Statement> body = [];
        for (SkipEnds(); !AtWord("end"); SkipEnds())
        {
            if (Peek.Kind == TokenKind.EndOfFile) throw Fault(word, $"the model '{name}' never ends; write 'end' after its last line.");
            if (AtWord("function")) Function();
            else Statement(body);
        }
        _position++;
        Add(new ModelDefinition(name, main, arguments, body, word.At));
    }
}
