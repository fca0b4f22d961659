namespace Enteraxis.Numerics.Files;

/// <summary>One file of an archive as its directory states it.</summary>
/// <param name="Name">Relative path with slashes; checked to stay below the folder that it is unpacked into.</param>
/// <param name="Start">Where its local header begins.</param>
internal sealed record ZipEntryRecord(string Name, int Method, uint Crc, long Packed, long Length, long Start);
