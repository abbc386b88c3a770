using CsCheck;
using Karkhana.Core.Randomness;
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

    /// <summary>Gets matrices whose network is one part when directions are ignored.</summary>
    public static Gen<double[,]> ConnectedMatrices { get; } = Matrices.Where(matrix => matrix.GetLength(0) > 2).Select(matrix =>
    {
        for (int i = 1; i < matrix.GetLength(0); i++)
        {
            matrix[i - 1, i] = 1;
        }

        return matrix;
    });

    /// <summary>Gives a network of n nodes without ties.</summary>
    public static Graph Empty(int n) => Graph.Of([.. Enumerable.Range(0, n).Select(i => $"n{i}")], []);

    /// <summary>Gives the network in which everyone is tied to everyone.</summary>
    public static Graph Complete(int n) => Graph.Of(
        Empty(n).Nodes, Enumerable.Range(0, n * n).Select(cell => (cell / n, cell % n, 1.0)));

    /// <summary>Gives the network in which the first node is tied to all others both ways.</summary>
    public static Graph Star(int n) => Graph.Of(Empty(n).Nodes, Enumerable.Range(1, n - 1).Select(i => (0, i, 1.0))).Undirected();

    /// <summary>Gives the ring in which each node sends a tie to the next.</summary>
    public static Graph Ring(int n) => Graph.Of(Empty(n).Nodes, Enumerable.Range(0, n).Select(i => (i, (i + 1) % n, 1.0)));

    /// <summary>Gives a random network, for tests of kernels with many blocks.</summary>
    public static Graph Random(int nodes, int ties)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 0);
        return Graph.Of(
            Empty(nodes).Nodes, Enumerable.Range(0, ties).Select(_ => (stream.NextInt(nodes), stream.NextInt(nodes), 1.0 + stream.NextInt(3))));
    }

    /// <summary>Adds the values of both directions.</summary>
    public static double[,] Merged(double[,] matrix) => Cells(matrix.GetLength(0), (i, j) => matrix[i, j] + matrix[j, i]);

    /// <summary>Gives 1 where there is a tie.</summary>
    public static double[,] Binary(double[,] matrix) => Cells(matrix.GetLength(0), (i, j) => matrix[i, j] != 0 ? 1 : 0);

    /// <summary>Turns ties round.</summary>
    public static double[,] Transposed(double[,] matrix) => Cells(matrix.GetLength(0), (i, j) => matrix[j, i]);

    public static double[,] Cells(int n, Func<int, int, double> cell)
    {
        double[,] cells = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                cells[i, j] = cell(i, j);
            }
        }

        return cells;
    }

    /// <summary>Gives 0 to n − 1.</summary>
    public static int[] Range(double[,] matrix) => [.. Enumerable.Range(0, matrix.GetLength(0))];

    /// <summary>Gives the distances along the ties, infinite where there is no path, by Floyd and Warshall.</summary>
    /// <param name="lengths">The length of each tie; 0 where there is none.</param>
    public static double[,] Distances(double[,] lengths)
    {
        double[,] distances = Cells(lengths.GetLength(0), (i, j) => i == j ? 0 : lengths[i, j] == 0 ? double.PositiveInfinity : lengths[i, j]);
        foreach (int k in Range(lengths))
        {
            foreach (int i in Range(lengths))
            {
                foreach (int j in Range(lengths))
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i, k] + distances[k, j]);
                }
            }
        }

        return distances;
    }

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
