namespace Karkhana.Methods.Psychometrics;

/// <summary>Expected co-occurrence and its spread by pair of competences; makes standard scores of counts.</summary>
/// <param name="Means">The expected counts, row after row.</param>
/// <param name="Deviations">Their standard deviations; 0 where the count cannot vary.</param>
internal sealed record CoOccurrenceExpectation(double[] Means, double[] Deviations)
{
    /// <summary>Takes the holders of each competence as drawn by themselves among all firms.</summary>
    public static CoOccurrenceExpectation Hypergeometric(double[] coOccurrence, int competences, int firms)
    {
        double[] means = new double[coOccurrence.Length];
        double[] deviations = new double[coOccurrence.Length];
        for (int i = 0; i < competences; i++)
        {
            double ni = coOccurrence[(i * competences) + i];
            for (int j = 0; j < competences; j++)
            {
                double nj = coOccurrence[(j * competences) + j];
                double mean = ni * nj / firms;
                means[(i * competences) + j] = mean;
                deviations[(i * competences) + j] = firms < 2
                    ? 0
                    : Math.Sqrt(mean * (1 - (ni / firms)) * ((firms - nj) / (firms - 1)));
            }
        }

        return new CoOccurrenceExpectation(means, deviations);
    }

    /// <summary>Takes mean and spread from the sums and sums of squares of simulated counts.</summary>
    public static CoOccurrenceExpectation OfSums(double[] sums, int replicates)
    {
        int cells = sums.Length / 2;
        double[] means = new double[cells];
        double[] deviations = new double[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            // Sums of whole numbers are exact, so that counts that never vary have no spread at all.
            means[cell] = sums[cell] / replicates;
            double squares = (replicates * sums[cells + cell]) - (sums[cell] * sums[cell]);
            deviations[cell] = Math.Sqrt(squares / replicates / (replicates - 1.0));
        }

        return new CoOccurrenceExpectation(means, deviations);
    }

    /// <summary>Gives (count − mean)/deviation; 0 where the count cannot vary.</summary>
    public double[] Scores(double[] coOccurrence)
    {
        double[] scores = new double[coOccurrence.Length];
        for (int cell = 0; cell < scores.Length; cell++)
        {
            scores[cell] = Deviations[cell] > 0 ? (coOccurrence[cell] - Means[cell]) / Deviations[cell] : 0;
        }

        return scores;
    }
}
