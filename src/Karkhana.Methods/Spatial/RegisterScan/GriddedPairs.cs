using System.Numerics;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Counts the pairs of a large set by distance from the numbers of its points on a lattice.</summary>
/// <remarks>
/// A point is shared by the four nodes around it in proportion to their nearness (cloud in cell), so that its place
/// stays exact in the mean and its variance along each axis is f (1 − f) δ², δ²/6 on average; the autocorrelation of
/// the lattice counts pairs by displacement. A pair so gets a variance of δ²/3 along its distance, which is taken off
/// that of the kernel, and one of δ²/3 across it, which lengthens its square; that is taken off the square of the lag
/// (at lag 0, which has no shorter one, a third of the mass is counted off at δ instead). What is left is of fourth
/// order: about 0.02 (δ/h)⁴ of the density where that is as sharp as the kernel itself, far less where it is smooth.
/// A point's pair with itself is taken off exactly.
/// </remarks>
internal sealed class GriddedPairs
{
    private const int Beyond = -1;

    private readonly Lattice _lattice;
    private readonly KdPlan _plan;
    private readonly PlaneFourier _fourier;
    private readonly int[] _binOfLag;

    /// <summary>Initialises the tables.</summary>
    public GriddedPairs(KdPlan plan, Lattice lattice)
    {
        _plan = plan;
        _lattice = lattice;
        _fourier = new PlaneFourier(lattice.Width, lattice.Height);
        _binOfLag = lattice.BinsOfLags(plan);
    }

    /// <summary>Counts the pairs of the first n₁ and of the first n₂ sites.</summary>
    /// <param name="sites">The sites in their order.</param>
    /// <param name="one">The smaller number.</param>
    /// <param name="two">The greater number.</param>
    /// <param name="ofOne">Receives the counts of the first n₁; not whole.</param>
    /// <param name="ofTwo">Receives the counts of the first n₂.</param>
    public void Count(ReadOnlySpan<int> sites, int one, int two, Span<double> ofOne, Span<double> ofTwo)
    {
        Span<double> self = stackalloc double[8];
        _fourier.First.Clear();
        _fourier.Second.Clear();
        ofOne.Clear();
        ofTwo.Clear();
        for (int rank = 0; rank < two; rank++)
        {
            if (rank == one)
            {
                self[..4].CopyTo(self[4..]);
                _fourier.First.CopyTo(_fourier.Second);
            }

            // Up to n₁ both tables are the same: only the first is filled, and copied when n₁ is reached.
            Put(sites[rank], _fourier.First, self);
        }

        if (one == two)
        {
            self[..4].CopyTo(self[4..]);
            _fourier.First.CopyTo(_fourier.Second);
        }

        _fourier.Autocorrelate();
        Bin(_fourier.First, self[..4], ofTwo);
        Bin(_fourier.Second, self[4..], ofOne);
    }

    /// <summary>Shares a point between its four nodes and adds what it makes with itself at the lags (0, 0), (0, 1),
    /// (1, 0) and (1, ±1).</summary>
    private void Put(int site, Span<double> table, Span<double> self)
    {
        (int node, double right, double up) = _lattice.NodeOf(_plan.X[site], _plan.Y[site]);
        table[node] += (1 - right) * (1 - up);
        table[node + 1] += right * (1 - up);
        table[node + _lattice.Width] += (1 - right) * up;
        table[node + _lattice.Width + 1] += right * up;
        double across = right * (1 - right);
        double along = up * (1 - up);
        double stayX = 1 - (2 * across);
        double stayY = 1 - (2 * along);
        self[0] += stayX * stayY;
        self[1] += across * stayY;
        self[2] += stayX * along;
        self[3] += across * along;
    }

    /// <summary>Adds the lags of one half plane, so that each pair counts once.</summary>
    private void Bin(ReadOnlySpan<double> table, ReadOnlySpan<double> self, Span<double> bins)
    {
        int width = _lattice.LagsX;
        for (int lagY = 0, place = 0; lagY <= _lattice.LagsY; lagY++)
        {
            ReadOnlySpan<double> row = table.Slice(lagY * _lattice.Width, _lattice.Width);
            for (int lagX = -width; lagX <= width; lagX++, place++)
            {
                int bin = _binOfLag[place];
                if (bin != Beyond)
                {
                    bins[bin] += row[lagX & (_lattice.Width - 1)];
                }
            }
        }

        bins[_lattice.BinOf(0, 1, _plan)] -= self[1];
        bins[_lattice.BinOf(1, 0, _plan)] -= self[2];
        bins[_lattice.BinOf(1, 1, _plan)] -= 2 * self[3];
        double onSpot = (table[0] - self[0]) / 2;
        bins[0] += onSpot * 4 / 3;
        bins[Math.Min(_plan.Bins, (int)Math.Ceiling(_lattice.Cell / _plan.Width))] -= onSpot / 3;
    }

    /// <summary>The lattice of a register.</summary>
    /// <param name="Cell">The distance of two nodes.</param>
    /// <param name="Width">The nodes along x with room for the lags, a power of two.</param>
    /// <param name="Height">The nodes along y likewise.</param>
    /// <param name="LagsX">The greatest lag along x.</param>
    /// <param name="LagsY">The greatest lag along y.</param>
    internal sealed record Lattice(double Cell, int Width, int Height, int LagsX, int LagsY)
    {
        private const int MostNodes = 1 << 22;
        private const int MostAlong = 16384;
        private const double Finest = 0.4;
        private const double Coarsest = 0.8;

        private double Left { get; init; }

        private double Bottom { get; init; }

        /// <summary>Gets the variance that the lattice adds to a distance.</summary>
        public double Spread => Cell * Cell / 3;

        /// <summary>Gets the number of nodes.</summary>
        public int Nodes => Width * Height;

        /// <summary>Gives the finest lattice of at most four million nodes; null when its cells would be too coarse for
        /// the bandwidth.</summary>
        public static Lattice? For(KdPlan plan)
        {
            for (double cell = Finest * plan.SmallestBandwidth; cell > 0 && cell <= Coarsest * plan.SmallestBandwidth; cell *= 1.02)
            {
                double reach = (plan.BinsOfRule * plan.Width) + cell;
                double acrossX = Math.Floor(plan.Box.Width / cell) + 2;
                double acrossY = Math.Floor(plan.Box.Height / cell) + 2;
                double lagsX = Math.Min(acrossX, Math.Ceiling(reach / cell));
                double lagsY = Math.Min(acrossY, Math.Ceiling(reach / cell));
                (double width, double height) = (PowerOfTwo(acrossX + lagsX + 1), PowerOfTwo(acrossY + lagsY + 1));
                if (width * height <= MostNodes && Math.Max(width, height) <= MostAlong)
                {
                    return new Lattice(cell, (int)width, (int)height, (int)lagsX, (int)lagsY)
                    {
                        Left = -plan.Box.Width / 2,
                        Bottom = -plan.Box.Height / 2,
                    };
                }
            }

            return null;
        }

        /// <summary>Gives the node to the lower left of a place and how far on it lies, in cells.</summary>
        public (int Node, double Right, double Up) NodeOf(float x, float y)
        {
            double acrossX = Math.Max(0, (x - Left) / Cell);
            double acrossY = Math.Max(0, (y - Bottom) / Cell);
            (int column, int row) = ((int)acrossX, (int)acrossY);
            return ((row * Width) + column, acrossX - column, acrossY - row);
        }

        /// <summary>Gives the bin of a lag other than 0.</summary>
        public int BinOf(int lagY, int lagX, KdPlan plan)
        {
            double squared = (((double)lagX * lagX) + ((double)lagY * lagY)) * Cell * Cell;
            double bin = Math.Ceiling(Math.Sqrt(squared - Spread) / plan.Width);
            return bin <= plan.Bins ? (int)bin : Beyond;
        }

        /// <summary>Gives the bins of the lags of a half plane, row after row from lag 0; lag 0 itself is left
        /// out.</summary>
        public int[] BinsOfLags(KdPlan plan)
        {
            int[] bins = new int[(LagsY + 1) * ((2 * LagsX) + 1)];
            for (int lagY = 0, place = 0; lagY <= LagsY; lagY++)
            {
                for (int lagX = -LagsX; lagX <= LagsX; lagX++, place++)
                {
                    bins[place] = lagY > 0 || lagX > 0 ? BinOf(lagY, lagX, plan) : Beyond;
                }
            }

            return bins;
        }

        private static double PowerOfTwo(double size) => BitOperations.RoundUpToPowerOf2((ulong)Math.Max(8, size));
    }
}
