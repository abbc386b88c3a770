namespace Karkhana.Methods.Econometrics;

/// <summary>Counts the ways to choose so many of given whole numbers with each sum.</summary>
internal static class RankSumCount
{
    /// <summary>Gives the number of ways by sum, from 0 to the sum of all.</summary>
    /// <remarks>Counts pass 2⁵³ with many numbers and are then right to 16 digits.</remarks>
    public static double[] Ways(int[] numbers, int chosen, CancellationToken cancellationToken)
    {
        int most = numbers.Sum();
        double[][] ways = [.. Enumerable.Range(0, chosen + 1).Select(_ => new double[most + 1])];
        ways[0][0] = 1;
        int reached = 0;
        foreach (int number in numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reached += number;
            for (int count = chosen; count >= 1; count--)
            {
                double[] with = ways[count];
                double[] without = ways[count - 1];
                for (int sum = reached; sum >= number; sum--)
                {
                    with[sum] += without[sum - number];
                }
            }
        }

        return ways[chosen];
    }
}
