using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Registers;

/// <summary>Makes registers that look like real ones: towns of very different size, industries of very different size,
/// some of them at home in a few towns, several firms on one spot.</summary>
public static class RegisterGenerator
{
    private const double Width = 1_000_000;
    private const double Height = 700_000;
    private const double RuralShare = 0.1;
    private const double SharedSite = 0.15;
    private const double LocalisedIndustries = 0.3;
    private const double AtHome = 0.5;
    private const int HomeTowns = 3;

    /// <summary>Makes a register.</summary>
    /// <param name="firms">The number of firms.</param>
    /// <param name="industries">The number of industries; their sizes follow Zipf's law.</param>
    /// <param name="seed">The seed.</param>
    public static PointPattern Make(int firms, int industries, ulong seed = 1)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, 0);
        Town[] towns = [.. Enumerable.Range(0, Math.Max(20, firms / 1500)).Select(_ => Town.Draw(stream))];
        double[] townShares = Cumulated(towns.Select(town => town.Size));
        double[] industryShares = Cumulated(Enumerable.Range(1, industries).Select(rank => 1.0 / rank));
        bool[] localised = [.. Enumerable.Range(0, industries).Select(_ => stream.NextBool(LocalisedIndustries))];
        int[][] homes = [.. localised.Select(_ => Enumerable.Range(0, HomeTowns).Select(_ => stream.NextInt(towns.Length)).ToArray())];
        string[] names = [.. Enumerable.Range(1, industries).Select(i => FormattableString.Invariant($"i{i:D4}"))];
        PointPattern register = new() { X = new double[firms], Y = new double[firms], Types = new string[firms] };
        int[] lastIn = new int[towns.Length];
        Array.Fill(lastIn, -1);
        for (int i = 0; i < firms; i++)
        {
            int industry = Pick(industryShares, stream);
            register.Types[i] = names[industry];
            int town = localised[industry] && stream.NextBool(AtHome)
                ? homes[industry][stream.NextInt(HomeTowns)]
                : stream.NextBool(RuralShare) ? -1 : Pick(townShares, stream);
            if (town < 0)
            {
                (register.X[i], register.Y[i]) = (stream.NextDouble() * Width, stream.NextDouble() * Height);
            }
            else if (lastIn[town] >= 0 && stream.NextBool(SharedSite))
            {
                (register.X[i], register.Y[i]) = (register.X[lastIn[town]], register.Y[lastIn[town]]);
            }
            else
            {
                (register.X[i], register.Y[i]) = towns[town].Place(stream);
                lastIn[town] = i;
            }
        }

        return register;
    }

    private static double[] Cumulated(IEnumerable<double> shares)
    {
        double[] sums = [.. shares];
        for (int i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        return sums;
    }

    private static int Pick(double[] cumulated, RandomStream stream)
    {
        int found = Array.BinarySearch(cumulated, stream.NextDouble() * cumulated[^1]);
        return Math.Min(found < 0 ? ~found : found, cumulated.Length - 1);
    }

    private sealed record Town(double X, double Y, double Size, double Radius)
    {
        // Pareto with exponent 1.1; the radius grows with the root of the size.
        public static Town Draw(RandomStream stream)
        {
            double size = Math.Min(2000, Math.Pow(1 - stream.NextDouble(), -1 / 1.1));
            return new Town(stream.NextDouble() * Width, stream.NextDouble() * Height, size, 800 * Math.Sqrt(size));
        }

        public (double X, double Y) Place(RandomStream stream) =>
            (X + (Radius * stream.NextGaussian()), Y + (Radius * stream.NextGaussian()));
    }
}
