using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Sums over rows of node values, four nodes at once; every node gets the bits of a plain loop.</summary>
internal static class NodeVectors
{
    /// <summary>Adds a row to another; lengths are multiples of four.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> row)
    {
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(target);
        ReadOnlySpan<Vector256<double>> terms = MemoryMarshal.Cast<double, Vector256<double>>(row)[..sums.Length];
        for (int v = 0; v < sums.Length; v++)
        {
            sums[v] += terms[v];
        }
    }

    /// <summary>Adds a multiple of a row to another; lengths are multiples of four.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> row, double factor)
    {
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(target);
        ReadOnlySpan<Vector256<double>> terms = MemoryMarshal.Cast<double, Vector256<double>>(row)[..sums.Length];
        Vector256<double> factors = Vector256.Create(factor);
        for (int v = 0; v < sums.Length; v++)
        {
            sums[v] += terms[v] * factors;
        }
    }

    /// <summary>Multiplies two rows node by node.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> product)
    {
        Span<Vector256<double>> products = MemoryMarshal.Cast<double, Vector256<double>>(product);
        ReadOnlySpan<Vector256<double>> first = MemoryMarshal.Cast<double, Vector256<double>>(left)[..products.Length];
        ReadOnlySpan<Vector256<double>> second = MemoryMarshal.Cast<double, Vector256<double>>(right)[..products.Length];
        for (int v = 0; v < products.Length; v++)
        {
            products[v] = first[v] * second[v];
        }
    }

    /// <summary>Adds the outer products of four vectors to the lower triangle of a square matrix, row by row.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="vectors">The four vectors one after another, each as long as the matrix is wide.</param>
    public static void AddOuterProducts(Span<double> matrix, ReadOnlySpan<double> vectors)
    {
        int width = vectors.Length / 4;
        ReadOnlySpan<double> first = vectors[..width];
        ReadOnlySpan<double> second = vectors.Slice(width, width);
        ReadOnlySpan<double> third = vectors.Slice(2 * width, width);
        ReadOnlySpan<double> fourth = vectors[(3 * width)..];
        for (int row = 0; row < width; row++)
        {
            Span<double> target = matrix.Slice(row * width, row + 1);
            (double a, double b, double c, double d) = (first[row], second[row], third[row], fourth[row]);
            int column = 0;
            for (; column <= row - 3; column += 4)
            {
                Vector256<double> sum = ((Vector256.Create(first[column..]) * a) + (Vector256.Create(second[column..]) * b))
                    + ((Vector256.Create(third[column..]) * c) + (Vector256.Create(fourth[column..]) * d));
                (Vector256.Create<double>(target[column..]) + sum).CopyTo(target[column..]);
            }

            for (; column <= row; column++)
            {
                target[column] += ((first[column] * a) + (second[column] * b)) + ((third[column] * c) + (fourth[column] * d));
            }
        }
    }
}
