namespace Enteraxis.Numerics;

/// <summary>
/// Bad input from outside: one plain sentence with the place (file, line or cell), what was expected and the remedy.
/// The command line prints <see cref="Exception.Message"/> and ends with exit code 2; nothing has been written by then.
/// </summary>
public class InputException : Exception
{
    public InputException(string message) : base(message) { }

    public InputException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Builds the sentence "file, line n, column m: what. Remedy".</summary>
    public static InputException At(string file, int line, int column, string what) =>
        new(column > 0 ? $"{file}, line {line}, column {column}: {what}" : $"{file}, line {line}: {what}");
}
