using System.Buffers.Binary;
using System.Globalization;
using Enteraxis.Numerics.Text;

namespace Enteraxis.Numerics.Files;

/// <summary>The directory at an archive's end, read record by record so that a limit is met before its memory is spent.</summary>
/// <remarks>Layout after PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.16. Zip64, encryption and several disks are refused by name.</remarks>
internal sealed class ZipDirectory(string archive, byte[] bytes, ZipLimits limits)
{
    private const int EndLength = 22, RecordLength = 46;
    private const uint EndMark = 0x06054b50, RecordMark = 0x02014b50;

    internal IReadOnlyList<ZipEntryRecord> Read()
    {
        int end = FindEnd();
        int count = Short(end + 10);
        long size = Int(end + 12), start = Int(end + 16);
        if (start == uint.MaxValue || size == uint.MaxValue || count == ushort.MaxValue) throw Fault("it has the form for more than 4 GB (zip64), which is not read; pack it again without that");
        if (Short(end + 4) != 0 || Short(end + 8) != count) throw Fault("it is one of several parts; give the whole archive");
        if (count > limits.Entries) throw Fault(string.Create(CultureInfo.InvariantCulture, $"it has {count} entries, more than the {limits.Entries} that are read; pack only what belongs to the run"));
        if (start + size > end) throw Broken();
        ZipNames names = new(archive, limits);
        List<ZipEntryRecord> entries = [];
        long at = start, total = 0;
        for (int i = 0; i < count; i++)
        {
            if (at + RecordLength > end || Int(at) != RecordMark) throw Broken();
            int name = Short(at + 28), extra = Short(at + 30), comment = Short(at + 32);
            if (at + RecordLength + name + extra + comment > end) throw Broken();
            ZipEntryRecord? entry = Entry(at, name, names);
            at += RecordLength + name + extra + comment;
            if (entry is null) continue;
            if ((total += entry.Length) > limits.TotalBytes) throw Fault($"its entries unpack to more than {limits.TotalBytes >> 20} MB; pack only what belongs to the run");
            entries.Add(entry);
        }
        if (at != start + size) throw Broken();
        CheckOverlap(entries);
        return entries;
    }

    private ZipEntryRecord? Entry(long at, int nameLength, ZipNames names)
    {
        // Unix' mode stands in the upper half of the outer attributes; other systems leave it 0.
        string? name = names.Accept(bytes.AsSpan((int)at + RecordLength, nameLength), Short(at + 40) >> 12);
        long packed = Int(at + 20), length = Int(at + 24);
        int flags = Short(at + 8), method = Short(at + 10);
        string shown = Echo.Of(name ?? "");
        if (name is null) return length == 0 ? null : throw Broken();
        if ((flags & 1) != 0) throw Fault($"the entry '{shown}' is encrypted; pack it again without a password");
        if (method is not (0 or 8)) throw Fault($"the entry '{shown}' is packed by a method other than deflate; pack it again");
        if (packed == uint.MaxValue || length == uint.MaxValue) throw Fault($"the entry '{shown}' has the form for more than 4 GB (zip64), which is not read; pack it again without that");
        if (length > limits.EntryBytes) throw Fault($"the entry '{shown}' unpacks to more than {limits.EntryBytes >> 20} MB; pack only what belongs to the run");
        if (length > limits.RatioFromBytes && length > limits.Ratio * Math.Max(1, packed)) throw Fault($"the entry '{shown}' unpacks to far more than a file of its size should; unpack it yourself and look at it");
        return new ZipEntryRecord(name, method, Int(at + 16), packed, length, Int(at + 42));
    }

    // Entries that share their packed bytes make a small archive huge.
    private void CheckOverlap(List<ZipEntryRecord> entries)
    {
        long taken = 0;
        foreach (ZipEntryRecord e in entries.OrderBy(e => e.Start))
        {
            if (e.Start < taken) throw Fault($"the entry '{Echo.Of(e.Name)}' shares its bytes with another; pack it again from plain files");
            taken = e.Start + ZipArchiveFile.HeaderLength + e.Packed;
            if (taken > bytes.Length) throw Broken();
        }
    }

    private int FindEnd()
    {
        for (int at = bytes.Length - EndLength; at >= Math.Max(0, bytes.Length - EndLength - ushort.MaxValue); at--)
            if (Int(at) == EndMark && at + EndLength + Short(at + 20) == bytes.Length) return at;
        throw new InputException($"{archive} is no zip archive, or it is cut short; fetch it again.");
    }

    private int Short(long at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan((int)at));

    private uint Int(long at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan((int)at));

    private InputException Fault(string what) => new($"{archive}: {what}.");

    private InputException Broken() => Fault("its directory is damaged; fetch the archive again");
}
