namespace Enteraxis.Microbiome.Ecology.Ordination;

/// <summary>The sign of an axis is free; one rule makes it the same in every run and on every machine.</summary>
internal static class Signs
{
    /// <summary>Turns a vector so that its entry of largest size (the first of equals) is positive.</summary>
    public static void Settle(Span<double> vector)
    {
        int largest = 0;
        // Equal entries differ in their last bits by chance: a later one must be larger by more than that.
        for (int i = 1; i < vector.Length; i++)
            if (Math.Abs(vector[i]) > Math.Abs(vector[largest]) * (1 + 1e-9)) largest = i;
        if (vector.Length == 0 || vector[largest] >= 0) return;
        for (int i = 0; i < vector.Length; i++) vector[i] = -vector[i];
    }
}
