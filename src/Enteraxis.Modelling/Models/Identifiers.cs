using System.Text;

namespace Enteraxis.Modelling.Models;

/// <summary>The names that a model's quantities, events, jumps and drives take in a file whose language allows letters, digits and underscores only.</summary>
/// <remarks>
/// A name that the language allows is kept. Else "gut.mucus" becomes "gut__mucus" and any other sign an underscore; a name that is taken or has a meaning of its own gets a number.
/// Names depend on the model alone: quantities first, in their order, then jumps and events.
/// </remarks>
public sealed class Identifiers
{
    private readonly Dictionary<string, string> _ofQuantity = new(StringComparer.Ordinal), _ofEvent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isReserved, _isLegal;

    /// <param name="isReserved">Names with a meaning of their own in the language.</param>
    /// <param name="keepDots">True where the language reads "gut.mucus" as one name.</param>
    public Identifiers(Model model, Func<string, bool> isReserved, bool keepDots = false)
    {
        (_isReserved, _isLegal) = (isReserved, keepDots ? name => name.Split('.').All(IsWord) : IsWord);
        string[] quantities = [.. model.States.Select(s => s.Name), .. model.Parameters.Select(p => p.Name), .. model.Assigned.Select(a => a.Name)];
        string[] happenings = [.. model.Jumps.Select(j => j.Name), .. model.Events.Select(e => e.Name)];
        // What can stay as it is comes first, so that nothing takes its name.
        foreach (string name in quantities.Distinct().Where(CanStay)) _taken.Add(_ofQuantity[name] = name);
        foreach (string name in happenings.Distinct().Where(n => CanStay(n) && !_taken.Contains(n))) _taken.Add(_ofEvent[name] = name);
        foreach (string name in quantities.Where(n => !_ofQuantity.ContainsKey(n))) _ofQuantity[name] = Free(name);
        foreach (string name in happenings.Where(n => !_ofEvent.ContainsKey(n))) _ofEvent[name] = Free(name);
    }

    public string this[string quantity] => _ofQuantity[quantity];

    public string OfEvent(string name) => _ofEvent[name];

    /// <summary>A new name, like the one given, that nothing in the model has.</summary>
    public string Free(string like)
    {
        StringBuilder text = new();
        foreach (char c in like.Trim(')').Replace(".", "__", StringComparison.Ordinal)) text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (text.Length == 0 || char.IsAsciiDigit(text[0])) text.Insert(0, '_');
        string name = text.ToString(), free = name;
        for (int n = 2; _isReserved(free) || !_taken.Add(free); n++) free = $"{name}_{n}";
        return free;
    }

    private bool CanStay(string name) => _isLegal(name) && !name.Split('.').Any(_isReserved);

    private static bool IsWord(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
