using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class LaneStepsTests
{
    [Fact]
    public void Elements_and_truth_values_are_loaded_and_stored()
    {
        Check<float, Lanes128<float>>();
        Check<float, Lanes512<float>>();
        Check<double, Lanes256<double>>();
        Check<int, Lanes128<int>>();
    }

    static unsafe void Check<T, V>() where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        T[] x = new T[V.Count], y = new T[V.Count];
        bool[] truths = new bool[V.Count], back = new bool[V.Count];
        for (var i = 0; i < V.Count; i++)
        {
            (x[i], y[i], truths[i], back[i]) = (T.CreateTruncating(i + 1), T.Zero, i % 2 == 1, false);
        }
        fixed (T* px = x, py = y)
        {
            fixed (bool* pt = truths, pb = back)
            {
                LaneSteps<T, V>.Store(LaneSteps<T, V>.Load((nint)px, 0), (nint)py, 0);
                Assert.Equal(x, y);
                LaneSteps<T, V>.StoreTruths(LaneSteps<T, V>.LoadTruths((nint)pt, 0), (nint)pb, 0);
                Assert.Equal(truths, back);
                LaneSteps<T, V>.Store(LaneSteps<T, V>.FromMask(LaneSteps<T, V>.SingleTruth((nint)pt + 1)), (nint)py, 0);
                Assert.All(y, value => Assert.Equal(T.One, value));
                LaneSteps<T, V>.Store(LaneSteps<T, V>.Single((nint)px), (nint)py, 0);
                Assert.All(y, value => Assert.Equal(T.One, value));
            }
        }
    }
}
