namespace Karkhana.Methods.Concentration;

/// <summary>How many regions are specialised in both of two industries.</summary>
internal sealed class CoOccurrenceCounts
{
    private CoOccurrenceCounts(IReadOnlyList<string> industries, int[] ubiquity, double[] counts)
    {
        (Industries, Ubiquity, Counts) = (industries, ubiquity, counts);
        Sums = new double[ubiquity.Length];
        for (int i = 0; i < Sums.Length; i++)
        {
            for (int j = 0; j < Sums.Length; j++)
            {
                Sums[i] += counts[(i * Sums.Length) + j];
            }

            Total += Sums[i];
        }
    }

    public IReadOnlyList<string> Industries { get; }

    /// <summary>Gets the number of regions specialised in each industry.</summary>
    public int[] Ubiquity { get; }

    /// <summary>Gets the counts, row after row, with zeros on the diagonal.</summary>
    public double[] Counts { get; }

    /// <summary>Gets the sum of each row.</summary>
    public double[] Sums { get; }

    /// <summary>Gets the sum of all rows: every pair is in it twice.</summary>
    public double Total { get; }

    /// <summary>Counts over a table of specialisation.</summary>
    /// <remarks>Cost: pairs of industries × regions / 64.</remarks>
    public static CoOccurrenceCounts Of(SpecialisationTable table, CancellationToken cancellationToken)
    {
        int width = table.Industries.Count;
        double[] counts = new double[width * width];
        for (int i = 0; i < width; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int j = i + 1; j < width; j++)
            {
                int common = table.Common(i, j);
                counts[(i * width) + j] = common;
                counts[(j * width) + i] = common;
            }
        }

        return new CoOccurrenceCounts(table.Industries, table.Ubiquity, counts);
    }
}
