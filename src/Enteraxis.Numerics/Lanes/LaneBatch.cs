namespace Enteraxis.Numerics.Lanes;
public static unsafe class LaneBatch
{
    public static void Exp<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Exp(v[i]); }
    public static void Log<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Log(v[i]); }
    public static void Log10<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Log10(v[i]); }
    public static void Sin<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Sin(v[i]); }
    public static void Cos<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Cos(v[i]); }
    public static void Tanh<T>(double* v, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) v[i] = Math.Tanh(v[i]); }
    public static void Pow<T>(double* a, double* b, double* r, int count) where T : unmanaged, ILane<T> { for (int i = 0; i < count * T.Width; i++) r[i] = Math.Pow(a[i], b[i]); }
}
