using CsCheck;
using Enteraxis.Studies.Runs;

namespace Enteraxis.Studies.Tests.Runs;

public sealed class ChunkStoreTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static readonly double[] Values = [1, -0.0, double.NaN, double.PositiveInfinity, 1e-308, Math.PI];

    private ChunkStore Store(string key = "run") => new(_folder["chunks"], key);

    private string File_ => _folder["chunks", "a.chunk"];

    public void Dispose() => _folder.Dispose();

    private static void SameBits(double[] expected, double[]? actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), Assert.IsType<double[]>(actual).Select(BitConverter.DoubleToInt64Bits));

    [Fact]
    public void A_finished_part_comes_back_with_the_same_bits_and_is_not_computed_again()
    {
        int computed = 0;
        double[] Compute()
        {
            computed++;
            return Values;
        }
        SameBits(Values, Store().Get("a", Compute));
        SameBits(Values, Store().Get("a", Compute));
        Assert.Equal(1, computed);
    }

    [Fact]
    public void An_empty_part_is_a_part()
    {
        Store().Write("a", []);
        SameBits([], Store().Read("a"));
    }

    [Fact]
    public void A_part_of_another_run_is_not_taken()
    {
        Store("one").Write("a", Values);
        Assert.Null(Store("two").Read("a"));
    }

    [Fact]
    public void A_half_written_part_is_ignored_and_removed()
    {
        Store().Write("a", Values);
        File.Move(File_, File_ + AtomicFile.TemporaryEnding);
        Assert.Null(Store().Read("a"));
        Assert.Empty(Directory.GetFiles(_folder["chunks"]));
    }

    [Fact]
    public void A_part_cut_at_any_byte_is_computed_again()
    {
        Store().Write("a", Values);
        byte[] whole = File.ReadAllBytes(File_);
        ChunkStore store = Store();
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(File_, whole[..length]);
            Assert.Null(store.Read("a"));
        }
        File.WriteAllBytes(File_, [.. whole, 0]);
        SameBits([7], store.Get("a", () => [7]));
        SameBits([7], Store().Read("a"));
    }

    [Fact]
    public void A_part_with_any_bit_turned_is_computed_again()
    {
        Store().Write("a", Values);
        byte[] whole = File.ReadAllBytes(File_);
        ChunkStore store = Store();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
        {
            byte[] harmed = [.. whole];
            harmed[at] ^= (byte)(1 << bit);
            File.WriteAllBytes(File_, harmed);
            return store.Read("a") is null;
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void A_computation_that_is_stopped_leaves_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => Store().Get("a", () => throw new OperationCanceledException()));
        Assert.Empty(Directory.GetFiles(_folder["chunks"]));
    }

    [Fact]
    public void Clearing_removes_every_part()
    {
        ChunkStore store = Store();
        store.Write("a", Values);
        store.Clear();
        store.Clear();
        Assert.False(Directory.Exists(_folder["chunks"]));
    }

    [Fact]
    public void A_file_that_cannot_be_put_in_place_leaves_the_old_one_and_no_rest()
    {
        string target = _folder["kept"];
        Directory.CreateDirectory(Path.Combine(target, "inside"));
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(target, "text"));
        Assert.Equal([target], Directory.GetFileSystemEntries(_folder.Path));
        string file = _folder.Write("file.txt", "old");
        AtomicFile.Write(file, "new");
        Assert.Equal("new", File.ReadAllText(file));
        Assert.False(File.Exists(file + AtomicFile.TemporaryEnding));
    }
}
