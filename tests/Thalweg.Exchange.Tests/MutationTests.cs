using System.Globalization;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

/// <summary>
/// Damaged variants of valid files: each ends in the format's own exception or in a valid model. A few hundred by default;
/// the environment variable THALWEG_MUTATIONS asks for more, as 100000.
/// </summary>
public sealed class MutationTests : IDisposable
{
    /// <summary>No reader takes as long as this, however busy the computer is: it is no bound on speed, but tells a variant that never ends.</summary>
    static readonly TimeSpan Endless = TimeSpan.FromMinutes(2);

    readonly TestFile files = new();

    static int Variants => int.TryParse(Environment.GetEnvironmentVariable("THALWEG_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 300;

    public void Dispose() => files.Dispose();

    [Fact]
    public void Whole_models()
    {
        Small().Save(files["m.keras"]);
        Damage("m.keras", path => KerasFile.Load(path), fault => fault is KerasFormatException);
        File.Copy(TestFile.Of("two_branch.keras"), files["m.keras"], overwrite: true);
        Damage("m.keras", path => KerasFile.Load(path), fault => fault is KerasFormatException);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("cnn_bn.keras")]
    [InlineData("two_branch.keras")]
    public void Descriptions_of_models(string? ofKeras)
    {
        // The checksums would catch most damage: they are made anew, so that the reader of the description meets it.
        Small().Save(files["m.keras"]);
        var config = KerasFile.ReadEntry(ofKeras is null ? files["m.keras"] : TestFile.Of(ofKeras), "config.json")!;
        Damage(config, bytes =>
        {
            try
            {
                using var json = System.Text.Json.JsonDocument.Parse(bytes);
                Exchange.Keras.KerasConfigReader.Read(json.RootElement, compile: true, bytes: 10_000);
            }
            catch (System.Text.Json.JsonException)
            {
            }
        }, fault => fault is KerasFormatException);
    }

    [Fact]
    public void Weights_of_this_library()
    {
        var model = Small();
        model.SaveWeights(files["m.weights.h5"]);
        Damage("m.weights.h5", path => model.LoadWeights(path), fault => fault is KerasFormatException);
    }

    [Fact]
    public void Weights_of_Keras()
    {
        var model = new Sequential([new Layers.InputLayer(4), new Layers.Dense(8), new Layers.Dropout(0.2), new Layers.Dense(3)]);
        Damage(File.ReadAllBytes(TestFile.Of("dense_seq.weights.h5")), bytes =>
        {
            var file = Exchange.Hdf5.Hdf5Reader.Open(new MemoryStream(bytes));
            Exchange.Keras.WeightsFile.Load(file, model, WeightMatching.Topology);
        }, fault => fault is KerasFormatException);
    }

    [Fact]
    public void Weights_of_images_of_Keras()
    {
        var model = KerasFile.Load(TestFile.Of("cnn_bn.keras"));
        Damage(File.ReadAllBytes(TestFile.Of("cnn_bn.weights.h5")), bytes =>
        {
            var file = Exchange.Hdf5.Hdf5Reader.Open(new MemoryStream(bytes));
            Exchange.Keras.WeightsFile.Load(file, model, WeightMatching.Topology);
        }, fault => fault is KerasFormatException);
    }

    [Fact]
    public void Weights_in_pieces()
    {
        string[] groups = ["chunked", "deflate", "both", "one", "big64", "unlimited"];
        Damage(File.ReadAllBytes(TestFile.Of("chunks.h5")), bytes =>
        {
            var file = Exchange.Hdf5.Hdf5Reader.Open(new MemoryStream(bytes));
            foreach (string group in groups)
                file.Read(group + "/vars", 0, [7, 5], DType.Float32);
        }, fault => fault is KerasFormatException);
    }

    [Fact]
    public void Tensors()
    {
        Small().SaveSafeTensors(files["m.safetensors"]);
        Damage("m.safetensors", path => SafeTensors.Read(path), fault => fault is SafeTensorsFormatException);
    }

    [Fact]
    public void Graphs()
    {
        Small().ExportOnnx(files["m.onnx"]);
        // A valid model may ask for samples of another shape than those given.
        Damage("m.onnx", path => Model.FromOnnx(path).Predict(Tensor.Zeros([2, 4])), fault => fault is OnnxFormatException || fault is ArgumentException && fault.Message.Contains("the input has shape", StringComparison.Ordinal));
    }

    [Fact]
    public void Graphs_with_branches()
    {
        TwoBranch.Model().ExportOnnx(files["m.onnx"]);
        Tensor[] x = [Tensor.Zeros([2, 4]), Tensor.Zeros([2, 3])];
        Damage("m.onnx", path => Model.FromOnnx(path).Predict(x), fault => fault is OnnxFormatException || fault is ArgumentException && fault.Message.Contains("input", StringComparison.Ordinal));
    }

    [Fact]
    public void Graphs_of_images()
    {
        KerasFile.Load(TestFile.Of("cnn_bn.keras")).ExportOnnx(files["images.onnx"]);
        Damage("images.onnx", path => Model.FromOnnx(path).Predict(Tensor.Zeros([2, 10, 10, 1])), fault => fault is OnnxFormatException || fault is ArgumentException && fault.Message.Contains("the input has shape", StringComparison.Ordinal));
    }

    static Sequential Small()
    {
        RandomSeed.Set(2);
        var model = new Sequential([new Layers.InputLayer(4), new Layers.Dense(3, "relu"), new Layers.Normalization(), new Layers.Dense(2, "softmax")]);
        model.Compile("adam", "categorical_crossentropy", ["accuracy"]);
        model.TrainOnBatch(Tensor.Ones([2, 4]), Tensor.Ones([2, 2]));
        return model;
    }

    void Damage(string name, Action<string> read, Func<Exception, bool> isKnown) => Damage(File.ReadAllBytes(files[name]), bytes =>
    {
        File.WriteAllBytes(files["damaged-" + name], bytes);
        read(files["damaged-" + name]);
    }, isKnown);

    /// <summary>Reads the variants on a thread of its own, so that one that never ends fails the test instead of stopping it.</summary>
    static void Damage(byte[] valid, Action<byte[]> read, Func<Exception, bool> isKnown)
    {
        read(valid);
        var (current, fault) = (0, (Exception?)null);
        var worker = new Thread(() =>
        {
            try
            {
                var random = new RandomStream(20261124);
                for (; current < Variants; Interlocked.Increment(ref current))
                    Check(current, Mutate(valid, random), read, isKnown);
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }
        })
        { IsBackground = true };
        worker.Start();
        for (int seen = -1; !worker.Join(Endless); seen = Volatile.Read(ref current))
            Assert.True(Volatile.Read(ref current) != seen, $"variant {seen} doesn't end");
        if (fault is not null)
            throw new InvalidOperationException("A variant failed.", fault);
    }

    static void Check(int variant, byte[] bytes, Action<byte[]> read, Func<Exception, bool> isKnown)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(bytes);
        }
        catch (Exception fault) when (isKnown(fault))
        {
        }
        catch (Exception fault)
        {
            Assert.Fail($"variant {variant}: {fault}");
        }
        // Garbage counts here too: what is held at one time is less.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4L * bytes.Length + (64 << 20), $"variant {variant} took {GC.GetAllocatedBytesForCurrentThread() - before} bytes of memory");
    }

    static byte[] Mutate(byte[] valid, RandomStream random)
    {
        var bytes = (byte[])valid.Clone();
        switch (random.Next(8))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return [.. bytes, .. new byte[random.Next(50)]];
            case 2:
                int at = random.Next(bytes.Length), length = random.Next(20);
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]];
            case 3:
                int place = random.Next(Math.Max(1, bytes.Length - 8));
                BitConverter.TryWriteBytes(bytes.AsSpan(place), random.Next(2) == 0 ? long.MaxValue : -1L);
                return bytes;
            case 4:
                int from = random.Next(bytes.Length), to = random.Next(bytes.Length), count = Math.Min(random.Next(32), bytes.Length - Math.Max(from, to));
                bytes.AsSpan(from, count).CopyTo(bytes.AsSpan(to));
                return bytes;
            default:
                for (int i = random.Next(6); i >= 0; i--)
                    bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(bytes[random.Next(bytes.Length)] ^ (1 << random.Next(8)));
                return bytes;
        }
    }
}
