using System.Numerics;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Experiments;

/// <summary>Writes points of the Sobol sequence in Gray-code order.</summary>
/// <remarks>The codes of neighbouring indices differ in one bit, so that each point is the one before it with one direction number turned over
/// per dimension (Antonov and Saleev 1979, doi:10.1016/0041-5553(79)90085-5).</remarks>
internal static class SobolPoints
{
    private const double Scale = 1.0 / (1L << SobolDirections.Bits);

    /// <summary>Fills rows skip, skip + 1, … of the sequence.</summary>
    public static void Fill(int dimensions, int skip, uint[]? shifts, Span<double> cells, CancellationToken cancellationToken)
    {
        uint[] directions = SobolDirections.Of(dimensions);
        uint[] point = shifts is null ? new uint[dimensions] : [.. shifts];
        uint code = (uint)skip ^ ((uint)skip >> 1);
        for (int bit = 0; bit < SobolDirections.Bits; bit++)
        {
            if (((code >> bit) & 1) == 1)
            {
                Turn(point, directions.AsSpan(bit * dimensions, dimensions));
            }
        }

        for (int row = 0; row * dimensions < cells.Length; row++)
        {
            if (row > 0)
            {
                int bit = BitOperations.TrailingZeroCount(skip + row);
                Turn(point, directions.AsSpan(bit * dimensions, dimensions));
            }

            cancellationToken.ThrowIfCancellationRequested();
            Span<double> target = cells.Slice(row * dimensions, dimensions);
            for (int dimension = 0; dimension < dimensions; dimension++)
            {
                target[dimension] = point[dimension] * Scale;
            }
        }
    }

    /// <summary>Gives the bits to turn over in each dimension, or null when nothing is random.</summary>
    public static uint[]? Shifts(int dimensions, PointRandomisation randomisation, ulong seed) => randomisation == PointRandomisation.None
        ? null
        : [.. Enumerable.Range(0, dimensions).Select(dimension => new RandomStream(seed, RandomPurpose.DigitalShift, 0, dimension).NextUInt32())];

    private static void Turn(uint[] point, ReadOnlySpan<uint> directions)
    {
        for (int dimension = 0; dimension < point.Length; dimension++)
        {
            point[dimension] ^= directions[dimension];
        }
    }
}
