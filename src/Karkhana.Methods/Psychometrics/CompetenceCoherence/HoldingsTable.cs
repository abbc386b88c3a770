using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The competences of each firm as sorted positions, with their weights.</summary>
/// <param name="Firms">The firms in order.</param>
/// <param name="Competences">The competences in order.</param>
/// <param name="Held">The positions of the competences that each firm holds, ascending.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record HoldingsTable(string[] Firms, string[] Competences, int[][] Held, double[][] Weights)
{
    /// <summary>Joins rows of the same firm and competence; their weights add up.</summary>
    public static HoldingsTable Of(CompetenceHoldings holdings)
    {
        CodeList firms = CodeList.Of(holdings.Firms);
        CodeList competences = CodeList.Of(holdings.Competences);
        SortedDictionary<int, double>[] own = [.. firms.Codes.Select(_ => new SortedDictionary<int, double>())];
        for (int row = 0; row < holdings.Firms.Count; row++)
        {
            SortedDictionary<int, double> firm = own[firms.Positions[row]];
            firm[competences.Positions[row]] = holdings.Weights is null
                ? 1
                : firm.GetValueOrDefault(competences.Positions[row]) + holdings.Weights[row];
        }

        return new HoldingsTable(
            firms.Codes, competences.Codes,
            [.. own.Select(firm => firm.Keys.ToArray())], [.. own.Select(firm => firm.Values.ToArray())]);
    }

    /// <summary>Counts how many firms hold both of two competences, row after row; the diagonal counts the holders of
    /// one.</summary>
    /// <remarks>Cost: the squared number of competences of each firm.</remarks>
    public static double[] CoOccurrence(int[][] held, int competences, bool diversifiedOnly)
    {
        double[] counts = new double[competences * competences];
        foreach (int[] own in held)
        {
            if (diversifiedOnly && own.Length < 2)
            {
                continue;
            }

            foreach (int i in own)
            {
                foreach (int j in own)
                {
                    counts[(i * competences) + j]++;
                }
            }
        }

        return counts;
    }
}
