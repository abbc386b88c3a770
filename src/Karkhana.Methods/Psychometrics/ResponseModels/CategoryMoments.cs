namespace Karkhana.Methods.Psychometrics;

/// <summary>Mean, variance and fourth central moment of a category number.</summary>
internal readonly record struct CategoryMoments(double Mean, double Variance, double Fourth)
{
    public static CategoryMoments Of(ReadOnlySpan<double> probability)
    {
        double mean = 0;
        for (int c = 1; c < probability.Length; c++)
        {
            mean += c * probability[c];
        }

        (double variance, double fourth) = (0, 0);
        for (int c = 0; c < probability.Length; c++)
        {
            double square = (c - mean) * (c - mean);
            variance += probability[c] * square;
            fourth += probability[c] * square * square;
        }

        return new CategoryMoments(mean, variance, fourth);
    }
}
