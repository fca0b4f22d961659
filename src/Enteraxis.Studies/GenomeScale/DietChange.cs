using System.Globalization;
using Enteraxis.Numerics;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Studies.GenomeScale;

/// <summary>A what-if: another bound of one exchange of the diet.</summary>
/// <param name="Bound">What may be taken up, mmol per g of the community and hour.</param>
public sealed record DietChange(string Exchange, double Bound)
{
    /// <summary>As the tables say it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Exchange}={Bound:G6}");

    /// <exception cref="InputException">Not of the form exchange=bound.</exception>
    public static DietChange Parse(string text)
    {
        int equals = text.LastIndexOf('=');
        if (equals <= 0 || !double.TryParse(text[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double bound) || !double.IsFinite(bound) || bound < 0)
            throw new InputException($"--change: '{Echo.Of(text)}' was not understood; write exchange=bound with what may be taken up in mmol/gDW/h, for example \"EX_fib_e=12\".");
        return new DietChange(ExchangeName.OfText(text[..equals]), bound);
    }
}
