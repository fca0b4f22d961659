namespace Enteraxis.Microbiome.Ecology.Clustering;

/// <summary>Two clusters that become one.</summary>
/// <param name="First">A leaf (below the number of leaves) or leaves + place of an earlier merge.</param>
/// <param name="Second">The same; drawn after the first.</param>
/// <param name="Height">How far apart they are.</param>
/// <param name="Size">Leaves in both.</param>
public readonly record struct Merge(int First, int Second, double Height, int Size);
