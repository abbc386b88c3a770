using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Who asks whom in a synthetic cluster: each firm names advisers, near ones more often.</summary>
internal static class AdviceNetwork
{
    /// <summary>Draws the advisers of every firm, one firm after another.</summary>
    /// <remarks>Without replacement with weights exp(−d/decay): the least of −ln(u)/weight (Efraimidis and Spirakis 2006).</remarks>
    public static int[] Draw(DrillImitationOptions options, AddressedDraw draws)
    {
        int firms = options.Firms;
        (double[] x, double[] y) = Positions(options, draws);
        int[] advisers = new int[firms * options.Advisers];
        double[] keys = new double[firms];
        int[] others = new int[firms];
        for (int firm = 0; firm < firms; firm++)
        {
            for (int other = 0; other < firms; other++)
            {
                double distance = Math.Sqrt(Square(x[firm] - x[other]) + Square(y[firm] - y[other]));
                double wait = -Math.Log(draws.Uniform(RandomPurpose.SyntheticTies, other, firm));
                keys[other] = other == firm ? double.PositiveInfinity : wait * Math.Exp(distance / options.AdviceDecay);
                others[other] = other;
            }

            Array.Sort(keys, others);
            Array.Copy(others, 0, advisers, firm * options.Advisers, options.Advisers);
        }

        return advisers;
    }

    private static (double[] X, double[] Y) Positions(DrillImitationOptions options, AddressedDraw draws)
    {
        double[] x = new double[options.Firms];
        double[] y = new double[options.Firms];
        for (int firm = 0; firm < options.Firms; firm++)
        {
            double radius = options.Radius * Math.Sqrt(draws.Uniform(RandomPurpose.SyntheticFirms, 0, firm, 0));
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * draws.Uniform(RandomPurpose.SyntheticFirms, 0, firm, 1));
            (x[firm], y[firm]) = (radius * cosine, radius * sine);
        }

        return (x, y);
    }

    private static double Square(double value) => value * value;
}
