using System.Globalization;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Farm equipment making in Punjab: published facts beside a synthetic cluster with a known truth.</summary>
internal static class PunjabStudy
{
    /// <summary>The name of the study.</summary>
    public const string Name = "punjab-farm-equipment";

    /// <summary>The version of the generator; it changes when the same seed gives other bytes.</summary>
    public const string GeneratorVersion = "2";

    private const string Facts = "facts";

    /// <summary>Gives the files of the study.</summary>
    public static IEnumerable<(string File, string Text)> Files(ulong seed, CancellationToken cancellationToken)
    {
        Register register = Register.Of(seed);
        cancellationToken.ThrowIfCancellationRequested();
        Truth truth = Truth.Of(register, seed);
        cancellationToken.ThrowIfCancellationRequested();
        string number = seed.ToString(CultureInfo.InvariantCulture);
        yield return ("README.md", StudyTexts.Readme(number));
        yield return ("firms.csv", FirmsCsv(register, number));
        yield return ("ties.csv", TiesCsv(truth, number));
        Answers answers = new(truth, seed);
        yield return ("survey.csv", SurveyCsv(truth, answers, seed));
        yield return ("codebook.csv", CodebookCsv());
        yield return ("changes.csv", Changes.ToCsv(truth, answers, seed, number));
        yield return ("institutions.csv", Institutes.ToCsv());
        yield return ("industries.csv", IndustriesCsv());
        yield return ("parameters.csv", ParameterTable.ToCsv());
        yield return ("truth/paths.csv", PathsCsv(number));
        yield return ("truth/firms.csv", TruthCsv(truth, number));
        yield return ("truth/interviews.csv", InterviewsCsv(truth, answers, number));
        foreach (string fact in Shipped.Names(Facts))
        {
            yield return (fact, Shipped.Text(fact));
        }

        yield return ("study.toml", StudyTexts.Settings(number));
    }

    private static string FirmsCsv(Register register, string seed)
    {
        CsvText csv = new(
            "firm_id", "town", "trade", "workers", "lat", "lon", "clustered", "year_started", "owner_schooling", "synthetic", "generator_version", "seed");
        foreach (SyntheticFirm firm in register.Firms)
        {
            csv.Row(
                firm.Id, firm.Place.Town, firm.Trade, firm.Workers, firm.Place.Latitude, firm.Place.Longitude, firm.Clustered,
                firm.YearStarted, firm.SchoolingYears, true, GeneratorVersion, seed);
        }

        return csv.ToString();
    }

    private static string TiesCsv(Truth truth, string seed)
    {
        CsvText csv = new("from", "to", "kind", "value", "synthetic", "generator_version", "seed");
        foreach (Tie tie in truth.Ties.All)
        {
            csv.Row(
                truth.Register.Firms[tie.From].Id, truth.Register.Firms[tie.To].Id, tie.Kind, tie.Value, true,
                GeneratorVersion, seed);
        }

        return csv.ToString();
    }

    private static string SurveyCsv(Truth truth, Answers answers, ulong seed)
    {
        Interviews interviews = answers.Interviews;
        CsvText csv = new([
            "firm_id", .. Codebook.Items.Select(item => item.Id), "interviewer", "minutes", "visit", "synthetic", "generator_version", "seed",
        ]);
        for (int i = 0; i < answers.Respondents.Length; i++)
        {
            int respondent = i;
            csv.Row([
                truth.Makers[answers.Respondents[i]].Id,
                .. Codebook.Items.Select(item => answers.Cell(item, respondent)),
                interviews.Interviewer(i), interviews.Minutes[i], 1, true, GeneratorVersion, seed,
            ]);
        }

        for (int i = 0; i < interviews.VisitedAgain.Length; i++)
        {
            int respondent = interviews.VisitedAgain[i];
            csv.Row([
                truth.Makers[answers.Respondents[respondent]].Id,
                .. SecondVisit.Cells(answers, respondent, seed),
                interviews.SecondInterviewer(respondent), interviews.SecondMinutes[i], 2, true, GeneratorVersion, seed,
            ]);
        }

        return csv.ToString();
    }

    // The attention checks are items of the bank, which says the rest.
    private static string CodebookCsv()
    {
        CsvText csv = new(
            "item", "block", "construct", "scale", "min", "max", "reverse", "function", "complexity", "label_en");
        foreach (Item item in Codebook.Items)
        {
            if (item.Expected is not null)
            {
                csv.Row(item.Id, null, null, null, null, null, null, null, null, null);
                continue;
            }

            csv.Row(
                item.Id, item.Block, item.Construct, item.Scale, item.Minimum, item.Maximum, item.Reverse, item.Function,
                item.Complexity == 0 ? null : item.Complexity, item.Label);
        }

        return csv.ToString();
    }

    private static string InterviewsCsv(Truth truth, Answers answers, string seed)
    {
        Interviews interviews = answers.Interviews;
        CsvText csv = new("firm_id", "interviewer", "straight_lined", "hasty", "synthetic", "generator_version", "seed");
        for (int i = 0; i < answers.Respondents.Length; i++)
        {
            csv.Row(
                truth.Makers[answers.Respondents[i]].Id, interviews.Interviewer(i), interviews.IsStraightLined(i),
                interviews.IsHasty(i), true, GeneratorVersion, seed);
        }

        return csv.ToString();
    }

    private static string IndustriesCsv()
    {
        CsvText csv = new("trade", "group", "role", "stage", "status");
        foreach ((string trade, string group, string role, string stage) in Trades.Roles)
        {
            csv.Row(trade, group, role, stage, "assumption");
        }

        return csv.ToString();
    }

    private static string PathsCsv(string seed)
    {
        CsvText csv = new("advantage", "channel", "strength", "effect", "synthetic", "generator_version", "seed");
        foreach ((string advantage, char channel, double strength) in PlantedPaths.All)
        {
            csv.Row(
                advantage, channel.ToString(), strength, PlantedPaths.Effect(advantage, channel), true,
                GeneratorVersion, seed);
        }

        return csv.ToString();
    }

    private static string TruthCsv(Truth truth, string seed)
    {
        CsvText csv = new(
            "firm_id", "capability_start", "capability", "effort", "regime", "absorptive_capacity", "inflow_share", "performance",
            "gatekeeper", "synthetic", "generator_version", "seed");
        for (int i = 0; i < truth.Makers.Length; i++)
        {
            csv.Row(
                truth.Makers[i].Id, Short(truth.StartCapability[i]), Short(truth.Capability[i]), Short(truth.Effort[i]), truth.Regimes[i].ToString(),
                Short(truth.Absorption[i]), Short(truth.InflowShare[i]), Short(truth.Performance[i]), truth.Gatekeepers.Contains(i),
                true, GeneratorVersion, seed);
        }

        return csv.ToString();
    }

    private static double Short(double value) => Math.Round(value, 4);
}
