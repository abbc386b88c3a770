using CsCheck;
using Karkhana.Methods.Networks;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>Networks for tests.</summary>
internal static class SampleNetworks
{
    /// <summary>Gets the eight firms of the framework, section 1.5; a tie runs from the giver to the receiver.</summary>
    public static Graph EightFirms { get; } = Graph.Of(
        ["A", "B", "C", "D", "E", "F", "G", "H"],
        new[] { "AB", "AC", "AD", "AE", "BA", "BC", "CB", "CA", "DE", "ED", "BF" }.Select(tie => (tie[0] - 'A', tie[1] - 'A', 1.0)));

    /// <summary>Gets matrices of up to nine nodes with whole values, about a third of them ties.</summary>
    public static Gen<double[,]> Matrices { get; } = Gen.Int[1, 9].SelectMany(n => Gen.Int[-6, 3].Array[n * n].Select(cells =>
    {
        double[,] matrix = new double[n, n];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            matrix[cell / n, cell % n] = cell / n == cell % n ? 0 : Math.Max(0, cells[cell]);
        }

        return matrix;
    }));

    public static Graph Of(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        return Graph.Of(
            [.. Enumerable.Range(0, n).Select(i => $"n{i}")],
            Enumerable.Range(0, n * n).Select(cell => (cell / n, cell % n, matrix[cell / n, cell % n])));
    }

    /// <summary>Gives the network with its nodes in the opposite order.</summary>
    public static double[,] Turned(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] turned = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                turned[n - 1 - i, n - 1 - j] = matrix[i, j];
            }
        }

        return turned;
    }

    /// <summary>Gives the lengths of shortest paths and how many there are, by Floyd and Warshall.</summary>
    public static (int[,] Lengths, double[,] Counts) ShortestPaths(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        int[,] lengths = new int[n, n];
        double[,] counts = new double[n, n];
        for (int cell = 0; cell < n * n; cell++)
        {
            (int i, int j) = (cell / n, cell % n);
            lengths[i, j] = i == j ? 0 : matrix[i, j] != 0 ? 1 : 1000;
            counts[i, j] = i == j || matrix[i, j] != 0 ? 1 : 0;
        }

        for (int cell = 0; cell < n * n * n; cell++)
        {
            (int k, int i, int j) = (cell / n / n, cell / n % n, cell % n);
            int through = lengths[i, k] + lengths[k, j]; // more than 1000 when there is no way
            if (k != i && k != j && i != j && through <= lengths[i, j])
            {
                double paths = counts[i, k] * counts[k, j];
                counts[i, j] = through < lengths[i, j] ? paths : counts[i, j] + paths;
                lengths[i, j] = through;
            }
        }

        return (lengths, counts);
    }
}
