namespace Thalweg;

/// <summary>Tensors of random numbers. Without a stream of their own they take a new one, which follows from <see cref="RandomSeed"/>.</summary>
public static class RandomOp
{
    extension(Tensor)
    {
        /// <summary>Numbers evenly distributed from low, included, to high, excluded.</summary>
        public static Tensor RandomUniform(Shape shape, double low = 0, double high = 1, DType type = DType.Float32, RandomStream? stream = null) =>
            Draw(new UniformLaw(low, high), shape, type, stream);

        /// <summary>Normally distributed numbers of a mean and a standard deviation.</summary>
        public static Tensor RandomNormal(Shape shape, double mean = 0, double std = 1, DType type = DType.Float32, RandomStream? stream = null) =>
            Draw(new NormalLaw(mean, std), shape, type, stream);

        /// <summary>Normally distributed numbers, none farther than two standard deviations from the mean.</summary>
        public static Tensor TruncatedNormal(Shape shape, double mean = 0, double std = 1, DType type = DType.Float32, RandomStream? stream = null) =>
            Draw(new TruncatedNormalLaw(mean, std), shape, type, stream);

        /// <summary>The numbers 0 … n − 1 in random order (Int32).</summary>
        public static Tensor RandomPermutation(int n, RandomStream? stream = null) =>
            Tensor.From((stream ?? RandomSeed.NextStream()).Permutation(n));

        /// <summary>A number of choices among 0 … n − 1 (Int32), with or without replacement.</summary>
        public static Tensor RandomChoice(int n, int size, bool replace = true, RandomStream? stream = null) =>
            Tensor.From((stream ?? RandomSeed.NextStream()).Choice(n, size, replace));
    }

    static Tensor Draw<L>(L law, Shape shape, DType type, RandomStream? stream) where L : struct, ILaw
    {
        if (!type.IsFloating)
        {
            throw new ArgumentException($"Random numbers are Float32 or Float64, not {type}. Cast them afterwards.", nameof(type));
        }
        if (!shape.IsKnown)
        {
            throw new ArgumentException($"A tensor needs every length, but the shape is {shape}.", nameof(shape));
        }
        return new Operation<L>(law, stream ?? RandomSeed.NextStream()).Apply(shape, type);
    }

    /// <summary>Each run takes the next numbers of the stream: two runs differ, so that a plan may neither merge nor fold them.</summary>
    sealed record Operation<L>(L Law, RandomStream Stream) : Operation where L : struct, ILaw
    {
        public override bool IsPure => false;

        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            if (output.DType == DType.Float32)
            {
                Law.Fill(Stream, output.Span<float>());
            }
            else
            {
                Law.Fill(Stream, output.Span<double>());
            }
        }
    }

    interface ILaw
    {
        void Fill(RandomStream stream, Span<float> values);

        void Fill(RandomStream stream, Span<double> values);
    }

    readonly record struct UniformLaw(double Low, double High) : ILaw
    {
        public void Fill(RandomStream stream, Span<float> values) => stream.Uniform(values, (float)Low, (float)High);

        public void Fill(RandomStream stream, Span<double> values) => stream.Uniform(values, Low, High);
    }

    readonly record struct NormalLaw(double Mean, double Std) : ILaw
    {
        public void Fill(RandomStream stream, Span<float> values) => stream.Normal(values, (float)Mean, (float)Std);

        public void Fill(RandomStream stream, Span<double> values) => stream.Normal(values, Mean, Std);
    }

    readonly record struct TruncatedNormalLaw(double Mean, double Std) : ILaw
    {
        public void Fill(RandomStream stream, Span<float> values) => stream.TruncatedNormal(values, (float)Mean, (float)Std);

        public void Fill(RandomStream stream, Span<double> values) => stream.TruncatedNormal(values, Mean, Std);
    }
}
