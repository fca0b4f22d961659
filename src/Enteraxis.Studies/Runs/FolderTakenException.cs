using Enteraxis.Numerics;

namespace Enteraxis.Studies.Runs;

/// <summary>The folder holds a finished or begun run of other inputs, models or options, which is never overwritten.</summary>
public sealed class FolderTakenException(string message) : InputException(message);
