namespace Karkhana.Methods.Econometrics;

/// <summary>The upper triangle R of columns Z with Z'WZ = R'R: every regression of a column on those before it.</summary>
/// <param name="Values">The triangle, row after row.</param>
/// <param name="Size">The number of columns.</param>
internal sealed record TriangularFactor(double[] Values, int Size)
{
    public double this[int row, int column] => Values[(row * Size) + column];

    /// <summary>Gives the coefficients of the terms from <paramref name="first"/> when a column is explained by the first
    /// <paramref name="terms"/> columns; those before <paramref name="first"/> are never computed.</summary>
    public double[] Coefficients(int outcome, int terms, int first)
    {
        double[] coefficients = new double[terms - first];
        for (int term = terms - 1; term >= first; term--)
        {
            double rest = this[term, outcome];
            for (int later = term + 1; later < terms; later++)
            {
                rest -= this[term, later] * coefficients[later - first];
            }

            coefficients[term - first] = rest / this[term, term];
        }

        return coefficients;
    }

    /// <summary>Gives the sum of squared residuals of a column that the first <paramref name="terms"/> columns explain.</summary>
    public double ResidualSquares(int outcome, int terms)
    {
        double squares = 0;
        for (int row = terms; row <= outcome; row++)
        {
            squares += this[row, outcome] * this[row, outcome];
        }

        return squares;
    }
}
