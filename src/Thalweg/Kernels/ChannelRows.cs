using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>Work on rows of places, channel by channel: written once for vectors of channels, and once for single ones.</summary>
interface IChannelWork<T> where T : unmanaged, INumber<T>
{
    /// <summary>Computes a row, all channels from one on that a vector holds.</summary>
    void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>;

    /// <summary>Computes a row of one channel.</summary>
    void Single(int row, int channel);
}

/// <summary>Carries work on channels over rows. Each element is computed alike whatever the width: lanes are channels.</summary>
static class ChannelRows
{
    // Fewer elements times taps than this take less time than calling for help.
    const int WorthSharing = 1 << 15;

    /// <summary>Runs all rows; threads share them where the work is worth it.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="channels">Channels of each.</param>
    /// <param name="steps">About how many steps the whole takes, one for each element that is read.</param>
    /// <param name="work">What is done.</param>
    public static void Run<T, W>(int rows, int channels, long steps, W work) where T : unmanaged, INumber<T> where W : struct, IChannelWork<T>
    {
        var pieces = new Pieces<T, W>(work, channels);
        if (steps >= WorthSharing && rows > 1)
        {
            ThreadTeam.Run(rows, pieces);
            return;
        }
        for (var row = 0; row < rows; row++)
        {
            pieces.Run(row);
        }
    }

    readonly struct Pieces<T, W>(W work, int channels) : IParallelWork where T : unmanaged, INumber<T> where W : struct, IChannelWork<T>
    {
        public void Run(int piece)
        {
            // The widest vectors that the channels fill. A last one reaches back over channels that are done.
            var bits = VectorWidth.Bits;
            if (bits == 512 && channels >= Lanes512<T>.Count)
            {
                Lanes<Lanes512<T>>(piece);
            }
            else if (bits >= 256 && channels >= Lanes256<T>.Count)
            {
                Lanes<Lanes256<T>>(piece);
            }
            else if (channels >= Lanes128<T>.Count)
            {
                Lanes<Lanes128<T>>(piece);
            }
            else
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    work.Single(piece, channel);
                }
            }
        }

        void Lanes<V>(int row) where V : struct, ILanes<T, V>
        {
            for (var channel = 0; channel < channels; channel += V.Count)
            {
                work.Lanes<V>(row, Math.Min(channel, channels - V.Count));
            }
        }
    }
}
