using System.Runtime.InteropServices;

namespace Enteraxis.Numerics.Tests.Lanes;

/// <summary>The few functions of the MPFR library that judge ours, at 200 bits. Reference: Fousse et al., ACM TOMS 33(2):13, 2007.</summary>
internal static unsafe class Mpfr
{
    private const string Library = "libmpfr.so.6";
    private const int Bits = 200, Nearest = 0;

    [StructLayout(LayoutKind.Sequential)]
    private struct Number
    {
        public long Precision;
        public int Sign;
        public long Exponent;
        public nint Limbs;
    }

    public static bool IsThere { get; } = NativeLibrary.TryLoad(Library, out _);

    public const string Missing = "libmpfr is not installed; on Debian: apt-get install libmpfr6";

    /// <summary>|ours − true| in units of the last place of the true value, subnormal ones included.</summary>
    public static double ErrorInUlp(string function, double x, double y, double z, double ours)
    {
        Number a, b, r;
        mpfr_init2(&a, Bits);
        mpfr_init2(&b, Bits);
        mpfr_init2(&r, Bits);
        _ = mpfr_set_d(&a, x, Nearest);
        _ = mpfr_set_d(&b, y, Nearest);
        _ = function switch
        {
            "exp" => mpfr_exp(&r, &a, Nearest),
            "log" => mpfr_log(&r, &a, Nearest),
            "sin" => mpfr_sin(&r, &a, Nearest),
            "cos" => mpfr_cos(&r, &a, Nearest),
            "tanh" => mpfr_tanh(&r, &a, Nearest),
            "log10" => mpfr_log10(&r, &a, Nearest),
            "hill" => Hill(&r, &a, &b, z),
            "pow" => mpfr_pow(&r, &a, &b, Nearest),
            _ => throw new ArgumentException("not a function that MPFR is asked for here", nameof(function)),
        };
        double rounded = mpfr_get_d(&r, Nearest);
        double error;
        if (double.IsInfinity(rounded) || double.IsInfinity(ours))
        {
            error = rounded == ours ? 0 : double.PositiveInfinity;
        }
        else
        {
            _ = mpfr_set_d(&b, ours, Nearest);
            _ = mpfr_sub(&r, &r, &b, Nearest);
            double unit = rounded == 0 ? double.Epsilon : Math.BitIncrement(Math.Abs(rounded)) - Math.Abs(rounded);
            if (double.IsInfinity(unit)) unit = Math.Abs(rounded) - Math.BitDecrement(Math.Abs(rounded));
            error = Math.Abs(mpfr_get_d(&r, Nearest)) / unit;
            // The difference of subnormal numbers may itself be too small for a double.
            if (unit < 1e-300) error = Math.Round(error * 1024) / 1024;
        }
        mpfr_clear(&a);
        mpfr_clear(&b);
        mpfr_clear(&r);
        return error;
    }

    // 1 / (1 + (k/x)ⁿ); a holds x, b holds k.
    private static int Hill(Number* r, Number* a, Number* b, double n)
    {
        _ = mpfr_div(r, b, a, Nearest);
        _ = mpfr_set_d(a, n, Nearest);
        _ = mpfr_pow(r, r, a, Nearest);
        _ = mpfr_set_d(a, 1, Nearest);
        _ = mpfr_add(r, r, a, Nearest);
        return mpfr_div(r, a, r, Nearest);
    }

    [DllImport(Library)] private static extern void mpfr_init2(Number* x, long precision);
    [DllImport(Library)] private static extern void mpfr_clear(Number* x);
    [DllImport(Library)] private static extern int mpfr_set_d(Number* x, double value, int rounding);
    [DllImport(Library)] private static extern double mpfr_get_d(Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_exp(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_log(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_sin(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_cos(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_pow(Number* r, Number* x, Number* y, int rounding);
    [DllImport(Library)] private static extern int mpfr_tanh(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_log10(Number* r, Number* x, int rounding);
    [DllImport(Library)] private static extern int mpfr_add(Number* r, Number* x, Number* y, int rounding);
    [DllImport(Library)] private static extern int mpfr_div(Number* r, Number* x, Number* y, int rounding);
    [DllImport(Library)] private static extern int mpfr_sub(Number* r, Number* x, Number* y, int rounding);
}
