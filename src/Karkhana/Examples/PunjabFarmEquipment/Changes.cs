using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The technical changes that the makers who answered tell of.</summary>
internal static class Changes
{
    // The answers of the survey take the streams before it.
    private const int Changing = 9;

    /// <summary>Gives the text of changes.csv: at most one change of a type per maker and year.</summary>
    public static string ToCsv(Truth truth, Answers answers, ulong seed, string seedText)
    {
        CsvText csv = new(
            "firm_id", "year", "type", "source", "cost", "novelty", "depth", "synthetic", "generator_version", "seed");
        foreach (int maker in answers.Respondents)
        {
            SyntheticFirm firm = truth.Makers[maker];
            RandomStream stream = new(seed, RandomPurpose.SyntheticAnswers, Changing, maker);
            for (int year = ChangeParameters.FirstYear.Whole; year <= ChangeParameters.LastYear.Whole; year++)
            {
                foreach ((string type, double rate) in Rates(firm))
                {
                    if (stream.NextDouble() < rate && year >= firm.YearStarted)
                    {
                        Row(csv, firm, year, type, stream, truth.Capability[maker], seedText);
                    }
                }
            }
        }

        return csv.ToString();
    }

    private static (string Type, double Rate)[] Rates(SyntheticFirm firm) =>
    [
        ("product", firm.Clustered == true ? ChangeParameters.ProductClustered : ChangeParameters.ProductDispersed),
        ("process", ChangeParameters.Process),
        ("organisation", ChangeParameters.Organisation),
    ];

    private static void Row(
        CsvText csv, SyntheticFirm firm, int year, string type, RandomStream stream, double capability, string seed)
    {
        string source = Source(stream.NextDouble());
        double cost = 500 * Math.Max(1, Math.Round(
            Sampling.LogNormal(stream, ChangeParameters.Cost, ChangeParameters.CostSpread) / 500));
        int novelty = Score(stream, ChangeParameters.Newer);
        int depth = Score(stream, Math.Clamp(capability, 0, 1));
        bool forgotten = stream.NextBool(ChangeParameters.NotKnown);
        bool secret = stream.NextBool(ChangeParameters.NotTold);
        bool unscored = stream.NextBool(ChangeParameters.NotKnown);
        csv.Row(
            firm.Id, year, type, forgotten ? null : source, secret ? null : cost, unscored ? null : novelty,
            unscored ? null : depth, true, PunjabStudy.GeneratorVersion, seed);
    }

    private static string Source(double uniform)
    {
        double reached = 0;
        foreach ((string word, Parameter share) in ChangeParameters.Sources)
        {
            reached += share;
            if (uniform < reached)
            {
                return word;
            }
        }

        return ChangeParameters.Sources[0].Word;
    }

    /// <summary>Climbs three steps from 1, each with the same probability.</summary>
    private static int Score(RandomStream stream, double probability)
    {
        bool[] steps = [stream.NextBool(probability), stream.NextBool(probability), stream.NextBool(probability)];
        return 1 + steps.Count(step => step);
    }
}
