using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Experiments;

/// <summary>Moves the points of a Latin hypercube apart by exchanging two values of one input at a time.</summary>
/// <remarks>An exchange is kept when it lowers Σ d⁻ᵖ, p = 15, and with it φ_p; strata keep one point each. Cost: points times inputs an exchange.
/// Source: Morris and Mitchell 1995, doi:10.1016/0378-3758(94)00035-T, section 3, without annealing.</remarks>
internal static class LatinExchange
{
    private const double HalfExponent = -7.5; // of squared distances

    public static void Improve(double[] cells, LatinHypercubeOptions options, CancellationToken cancellationToken)
    {
        RandomStream stream = new(options.Seed, RandomPurpose.LatinHypercube, options.Tries);
        for (int exchange = 0; exchange < options.Exchanges; exchange++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int dimension = stream.NextInt(options.Dimensions);
            int point = stream.NextInt(options.Count);
            int other = stream.NextInt(options.Count - 1);
            other += other >= point ? 1 : 0;
            if (Change(cells, options.Dimensions, dimension, (point, other)) < 0)
            {
                ref double left = ref cells[(point * options.Dimensions) + dimension];
                ref double right = ref cells[(other * options.Dimensions) + dimension];
                (left, right) = (right, left);
            }
        }
    }

    /// <summary>Gives the change of Σ d⁻ᵖ when two points exchange one value; their own distance stays.</summary>
    private static double Change(double[] cells, int dimensions, int dimension, (int Point, int Other) pair)
    {
        ReadOnlySpan<double> x = cells.AsSpan(pair.Point * dimensions, dimensions);
        ReadOnlySpan<double> y = cells.AsSpan(pair.Other * dimensions, dimensions);
        double change = 0;
        for (int third = 0; third < cells.Length / dimensions; third++)
        {
            if (third == pair.Point || third == pair.Other)
            {
                continue;
            }

            ReadOnlySpan<double> z = cells.AsSpan(third * dimensions, dimensions);
            (double ofX, double ofY) = (LatinPoints.Square(x, z), LatinPoints.Square(y, z));
            double gapX = (x[dimension] - z[dimension]) * (x[dimension] - z[dimension]);
            double gapY = (y[dimension] - z[dimension]) * (y[dimension] - z[dimension]);
            change += Math.Pow(ofX - gapX + gapY, HalfExponent) - Math.Pow(ofX, HalfExponent);
            change += Math.Pow(ofY - gapY + gapX, HalfExponent) - Math.Pow(ofY, HalfExponent);
        }

        return change;
    }
}
