using System.Globalization;
using System.Text;

namespace Enteraxis.Simulation.Tests.Lanes;

/// <summary>
/// Stiff standards as Antimony text. Equations and constants are recalled from Hairer and Wanner, Solving Ordinary Differential Equations II (1996), from
/// Verwer, Gauss–Seidel iteration for stiff ODEs from chemical kinetics (1994), and from the Bari test set for initial value problems, not copied from a file.
/// </summary>
internal static class Problems
{
    public static Problem Robertson { get; } = new("""
        k1 = 0.04; k2 = 3e7; k3 = 1e4
        y1 = 1; y2 = 0; y3 = 0
        y1' = -k1 * y1 + k3 * y2 * y3
        y2' = k1 * y1 - k3 * y2 * y3 - k2 * y2^2
        y3' = k2 * y2^2
        """, "k1", 0.04, [0.4, 40, 4e3, 4e5], 1e-7);

    public static Problem Hires { get; } = new("""
        k = 280
        y1 = 1; y2 = 0; y3 = 0; y4 = 0; y5 = 0; y6 = 0; y7 = 0; y8 = 0.0057
        y1' = -1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007
        y2' = 1.71 * y1 - 8.75 * y2
        y3' = -10.03 * y3 + 0.43 * y4 + 0.035 * y5
        y4' = 8.32 * y2 + 1.71 * y3 - 1.12 * y4
        y5' = -1.745 * y5 + 0.43 * y6 + 0.43 * y7
        y6' = -k * y6 * y8 + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7
        y7' = k * y6 * y8 - 1.81 * y7
        y8' = -k * y6 * y8 + 1.81 * y7
        """, "k", 280, [1, 20, 200, 321.8122], 1e-4);

    public static Problem Oregonator { get; } = new("""
        q = 8.375e-6
        y1 = 1; y2 = 2; y3 = 3
        y1' = 77.27 * (y2 + y1 * (1 - q * y1 - y2))
        y2' = (y3 - (1 + y1) * y2) / 77.27
        y3' = 0.161 * (y1 - y3)
        """, "q", 8.375e-6, [20, 100, 200, 360], 1);

    // The third rate is the difference of the second and the fourth, as Hairer and Wanner write it: its own four terms would cancel.
    // Past day 1e5 the third state is lost among rounding: y2 - y3 keeps an error of about 1e-20 from days when the states were 1e-10.
    public static Problem E5 { get; } = new("""
        A = 7.89e-10; B = 1.1e7; C = 1.13e3; M = 1e6
        y1 = 1.76e-3; y2 = 0; y3 = 0; y4 = 0
        f2 := A * y1 - M * C * y2 * y3; f4 := B * y1 * y3 - C * y4
        y1' = -A * y1 - B * y1 * y3
        y2' = f2
        y3' = f2 - f4
        y4' = f4
        """, "B", 1.1e7, [10, 1e3, 1e5], 1e-14);

    // Air pollution: NO2, NO, O3P, O3, HO2, OH, HCHO, CO, ALD, MEO2, C2O3, CO2, PAN, CH3O, HNO3, O1D, SO2, SO4, NO3, N2O5.
    public static Problem Pollution { get; } = new("""
        k1 = 0.35
        y1 = 0; y2 = 0.2; y3 = 0; y4 = 0.04; y5 = 0; y6 = 0; y7 = 0.1; y8 = 0.3; y9 = 0.01; y10 = 0
        y11 = 0; y12 = 0; y13 = 0; y14 = 0; y15 = 0; y16 = 0; y17 = 0.007; y18 = 0; y19 = 0; y20 = 0
        r1 := k1 * y1; r2 := 26.6 * y2 * y4; r3 := 1.23e4 * y5 * y2; r4 := 8.6e-4 * y7; r5 := 8.2e-4 * y7
        r6 := 1.5e4 * y7 * y6; r7 := 1.3e-4 * y9; r8 := 2.4e4 * y9 * y6; r9 := 1.65e4 * y11 * y2; r10 := 9e3 * y11 * y1
        r11 := 0.022 * y13; r12 := 1.2e4 * y10 * y2; r13 := 1.88 * y14; r14 := 1.63e4 * y1 * y6; r15 := 4.8e6 * y3
        r16 := 3.5e-4 * y4; r17 := 1.75e-2 * y4; r18 := 1e8 * y16; r19 := 4.44e11 * y16; r20 := 1.24e3 * y17 * y6
        r21 := 2.1 * y19; r22 := 5.78 * y19; r23 := 4.74e-2 * y1 * y4; r24 := 1.78e3 * y19 * y1; r25 := 3.12 * y20
        y1' = -r1 - r10 - r14 - r23 - r24 + r2 + r3 + r9 + r11 + r12 + r22 + r25
        y2' = -r2 - r3 - r9 - r12 + r1 + r21
        y3' = -r15 + r1 + r17 + r19 + r22
        y4' = -r2 - r16 - r17 - r23 + r15
        y5' = -r3 + 2 * r4 + r6 + r7 + r13 + r20
        y6' = -r6 - r8 - r14 - r20 + r3 + 2 * r18
        y7' = -r4 - r5 - r6 + r13
        y8' = r4 + r5 + r6 + r7
        y9' = -r7 - r8
        y10' = -r12 + r7 + r9
        y11' = -r9 - r10 + r8 + r11
        y12' = r9
        y13' = -r11 + r10
        y14' = -r13 + r12
        y15' = r14
        y16' = -r18 - r19 + r16
        y17' = -r20
        y18' = r20
        y19' = -r21 - r22 - r24 + r23 + r25
        y20' = -r25 + r24
        """, "k1", 0.35, [0.5, 5, 30, 60], 1e-8);

    /// <summary>
    /// What is discontinuous: an infusion of half a day, a bolus, a level that halves the amount when it is passed, a day from which all goes thrice as fast;
    /// and a fast follower. What is given and what is lost are counted.
    /// </summary>
    public static Problem Doses { get; } = new("""
        k = 0.3; faster = 1
        y = 1; z = 1; given = 0; gone = 0
        infusion := piecewise(2, (time >= 2) && (time < 2.5), 0)
        y' = infusion - faster * k * y
        given' = infusion
        z' = 500 * (y^2 - z)
        gone' = faster * k * y
        high: at (y > 1.2): y = y / 2, gone = gone + y / 2
        late: at (time >= 8): faster = 3
        """, "k", 0.3, [1, 2.1, 2.3, 2.45, 2.75, 5, 6, 7.5, 9, 10], 1e-2) { Schedule = [new ScheduledChange(5.25, "y", ChangeKind.Add, 1)] };

    private const int Cells = 200;

    /// <summary>
    /// The Brusselator diffusing along a line of 200 cells between walls, on a unit length with a diffusion of 0.02. Each cell gains 1 − u of u + v, which
    /// nothing else makes or takes; a last state counts the gain.
    /// </summary>
    public static Problem Brusselator { get; } = new(BrusselatorText(), "b", 3, [0.5, 2, 5], 1) { PeopleCount = 9 };

    public static Problem Named(string name) => name switch
    {
        nameof(Robertson) => Robertson, nameof(Hires) => Hires, nameof(Oregonator) => Oregonator,
        nameof(E5) => E5, nameof(Pollution) => Pollution, nameof(Doses) => Doses, nameof(Brusselator) => Brusselator,
        _ => throw new ArgumentException($"There is no problem '{name}'.", nameof(name)),
    };

    private static string BrusselatorText()
    {
        double coupling = 0.02 * Cells * Cells;
        StringBuilder text = new(FormattableString.Invariant($"b = 3; d = {coupling}; gain = 0\n"));
        for (int i = 1; i <= Cells; i++)
        {
            string start = (1 + 0.5 * Math.Cos(Math.PI * (i - 0.5) / Cells)).ToString("R", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"u{i} = {start}; v{i} = 3\n");
            text.Append(CultureInfo.InvariantCulture, $"u{i}' = 1 + u{i}^2 * v{i} - (b + 1) * u{i} + d * ({Exchange("u", i)})\n");
            text.Append(CultureInfo.InvariantCulture, $"v{i}' = b * u{i} - u{i}^2 * v{i} + d * ({Exchange("v", i)})\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"gain' = {Cells} - ({string.Join(" + ", Enumerable.Range(1, Cells).Select(i => $"u{i}"))})\n");
        return text.ToString();
    }

    private static string Exchange(string what, int cell) =>
        string.Join(" + ", new[] { cell - 1, cell + 1 }.Where(i => i is >= 1 and <= Cells).Select(i => $"({what}{i} - {what}{cell})"));
}
