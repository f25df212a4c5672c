using System.Numerics;

namespace Thalweg;

/// <summary>Elements of an axis in rising or falling order.</summary>
public static class SortOp
{
    extension(Tensor x)
    {
        /// <summary>The elements of an axis in order; NaN comes last. The gradient follows each element to its place.</summary>
        public Tensor Sort(int axis = -1, bool descending = false) => x.TakeAlongAxis(x.ArgSort(axis, descending), axis);

        /// <summary>The positions that put an axis in order, equal elements in their old order; NaN comes last.</summary>
        public Tensor ArgSort(int axis = -1, bool descending = false)
        {
            var at = x.Shape.Axis(axis);
            var last = x.Numeric().Detached();
            var inner = at == x.Rank - 1 ? last : last.SwapAxes(at, -1);
            var order = new Operation(descending).Apply(inner.Shape, DType.Int32, inner);
            return at == x.Rank - 1 ? order : order.SwapAxes(at, -1);
        }
    }

    sealed record Operation(bool Descending) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (inputs[0].DType)
            {
                case DType.Float32: Run<float>(inputs[0], output); break;
                case DType.Float64: Run<double>(inputs[0], output); break;
                default: Run<int>(inputs[0], output); break;
            }
        }

        void Run<T>(Tensor x, Tensor output) where T : unmanaged, INumber<T>
        {
            var length = x.Shape[^1];
            var order = output.Span<int>();
            for (var row = 0; row < order.Length; row += length)
            {
                var places = order.Slice(row, length);
                for (var i = 0; i < length; i++)
                {
                    places[i] = i;
                }
                var values = x.Span<T>().Slice(row, length).ToArray();
                var descending = Descending;
                places.Sort((i, j) =>
                {
                    var (a, b) = (values[i], values[j]);
                    var (nanA, nanB) = (T.IsNaN(a), T.IsNaN(b));
                    var compared = nanA || nanB ? nanA.CompareTo(nanB) : descending ? b.CompareTo(a) : a.CompareTo(b);
                    return compared != 0 ? compared : i.CompareTo(j);
                });
            }
        }
    }
}
