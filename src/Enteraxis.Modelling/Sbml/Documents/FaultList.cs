using Enteraxis.Numerics;

namespace Enteraxis.Modelling.Sbml.Documents;

/// <summary>Either lets the first fault end the reading, or keeps them all and goes on with what can still be read.</summary>
/// <param name="keeps">True where all are wanted.</param>
internal sealed class FaultList(bool keeps)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public void Try(Action read)
    {
        try
        {
            read();
        }
        catch (InputException e) when (keeps)
        {
            // One cause may be met from several sides.
            if (!_faults.Contains(e.Message)) _faults.Add(e.Message);
        }
    }

    /// <summary>Goes no further where something was found that what follows builds on.</summary>
    public void EndIfAny()
    {
        if (_faults.Count > 0) throw new InputException(_faults[0]);
    }

    /// <summary>What was read of each item, without those that could not be.</summary>
    public List<T> Each<TFrom, T>(IEnumerable<TFrom> items, Func<TFrom, T?> read) where T : class
    {
        List<T> list = [];
        foreach (TFrom item in items)
            Try(() =>
            {
                if (read(item) is { } value) list.Add(value);
            });
        return list;
    }
}
