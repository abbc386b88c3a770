using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The firms of a study as the cluster learning model begins with them.</summary>
/// <param name="Population">Firms, ties, advantages, and a draw per plausible value.</param>
/// <param name="Notes">What was filled in.</param>
internal sealed record StudyPopulation(ClusterPopulation Population, IReadOnlyList<Note> Notes)
{
    private const double MetresPerKilometre = 1000;
    private const double QuartersPerYear = 4;

    private const string SchoolingItem = "F5";
    private const string MemberItem = "F10";
    private const string OutageItem = "G1";
    private const double HoursPerWeek = 168;
    private const double LeastUptime = 0.01;

    /// <summary>Makes the population.</summary>
    /// <param name="findings">What the diagnosis found; with scores of capability.</param>
    /// <returns>The population, or null without scores of capability for ten firms.</returns>
    public static StudyPopulation? Of(Findings findings)
    {
        Score? capability = findings.Scores?.Scores.Find(Constructs.Capability);
        if (capability is null || findings.Focus.Firms.Count(firm => !double.IsNaN(capability.Values[firm])) < 10)
        {
            return null;
        }

        Score? absorptive = findings.Scores!.Scores.Find(Constructs.AbsorptiveCapacity);
        int[] numbers = TextAddress.Distinct(findings.Study.Firms.Ids);
        int[] agents = [.. findings.Focus.Firms.Select(firm => numbers[firm])];
        FirmTraits traits = FirmTraits.Of(findings, agents, capability, absorptive);
        AdvantageStrength[] advantages = StrengthsOf(findings.Matrix);
        string[] places = PlacesOf(findings);
        ClusterPopulation population = new()
        {
            Firms = FirmsOf(findings, (agents, traits), advantages, places),
            Ties = StudyTies.Of(findings, traits),
            Places = places,
            Advantages = advantages,
            Draws = [.. Enumerable.Range(0, traits.Draws).Select(
                draw => new PopulationDraw(traits.Capability(draw), traits.AbsorptiveCapacity(draw)))],
            Synthetic = findings.Study.IsSynthetic,
        };
        return new StudyPopulation(population, NotesOf(findings, traits, absorptive));
    }

    private static AdvantageStrength[] StrengthsOf(ChannelMatrix matrix) =>
    [
        .. matrix.Rows.Select(row => new AdvantageStrength(
            row.Id, row.In(LearningChannel.StaticCost), row.In(LearningChannel.CostOfEffort), row.In(LearningChannel.ResourcesForEffort),
            row.In(LearningChannel.IncentiveForEffort), row.In(LearningChannel.EffectivenessOfEffort),
            row.In(LearningChannel.SpilloverWithoutEffort))),
    ];

    private static string[] PlacesOf(Findings findings) => findings.Study.Firms.Places.Length == 0
        ? [""]
        : [.. findings.Focus.Firms.Select(firm => findings.Study.Firms.Places[firm]).Distinct().Order(StringComparer.Ordinal)];

    private static ClusterFirm[] FirmsOf(
        Findings findings, (int[] Agents, FirmTraits Traits) own, AdvantageStrength[] advantages, string[] places)
    {
        (int[] agents, FirmTraits traits) = own;
        (Focus focus, Data.Studies.FirmRegister register) = (findings.Focus, findings.Study.Firms);
        double[] schooling = Ranks.Normalise(AnswersTo(findings, SchoolingItem));
        double[] member = AnswersTo(findings, MemberItem);
        FirmStage[] stages = StudyStages.Of(findings);
        string[] roles = RolesOf(findings);
        double[] uptime = UptimeOf(AnswersTo(findings, OutageItem));
        double[][] exposures = [.. advantages.Select(advantage => ExposuresTo(findings, advantage.Id))];
        Dictionary<string, int> placeOf = places.Select((place, number) => (place, number)).ToDictionary(pair => pair.place, pair => pair.number);
        int? present = register.PresentYear;
        ClusterFirm[] firms = new ClusterFirm[focus.Firms.Length];
        for (int i = 0; i < firms.Length; i++)
        {
            int firm = focus.Firms[i];
            firms[i] = new ClusterFirm
            {
                Agent = agents[i],
                X = register.X[firm] / MetresPerKilometre,
                Y = register.Y[firm] / MetresPerKilometre,
                Place = register.Places.Length == 0 ? 0 : placeOf[register.Places[firm]],
                Clustered = focus.Clustered[i],
                Stage = stages[i],
                Role = roles[i],
                Workers = FirmTraits.WorkersOf(findings, firm),
                Age = AgeOf(register, firm, present),
                Capability = [.. Enumerable.Range(0, traits.Functions).Select(function => traits.Capability(0)[(function * firms.Length) + i])],
                AbsorptiveCapacity = traits.AbsorptiveCapacity(0)[i],
                Education = double.IsNaN(schooling[i]) ? 0.5 : schooling[i],
                Uptime = uptime[i],
                AssociationMember = member[i] == 1,
                Exposures = [.. exposures.Select(column => column[i])],
            };
        }

        return firms;
    }

    private static string[] RolesOf(Findings findings)
    {
        Dictionary<int, string> roles = findings.Network is { } network
            ? network.Firms.Select((firm, place) => (firm, Words.Of(network.Roles.Roles[place]))).ToDictionary(pair => pair.firm, pair => pair.Item2)
            : [];
        return [.. findings.Focus.Firms.Select(firm => roles.GetValueOrDefault(firm, ""))];
    }

    private static int AgeOf(Data.Studies.FirmRegister register, int firm, int? present) =>
        register.Founded.Length == 0 || double.IsNaN(register.Founded[firm]) || present is not int year
            ? 0
            : (int)(QuartersPerYear * Math.Max(0, year - register.Founded[firm]));

    /// <summary>Gives the share of the week with power; a firm that did not say has the mean, and 1 where the study does not ask.</summary>
    private static double[] UptimeOf(double[] hoursWithoutPower)
    {
        double[] known = [.. hoursWithoutPower.Where(hours => !double.IsNaN(hours))];
        double mean = known.Length == 0 ? 0 : Sums.Mean(known);
        return [.. hoursWithoutPower.Select(hours => Math.Max(LeastUptime, 1 - ((double.IsNaN(hours) ? mean : hours) / HoursPerWeek)))];
    }

    /// <summary>A firm of which the exposure is not known has the mean; an advantage that no source shows acts on nobody.</summary>
    private static double[] ExposuresTo(Findings findings, string advantage)
    {
        double[] values = findings.Exposures.Find(advantage) is { } exposure
            ? [.. findings.Focus.Firms.Select(firm => exposure.Values[firm])]
            : [.. findings.Focus.Firms.Select(_ => double.NaN)];
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        double mean = known.Length == 0 ? 0 : Sums.Mean(known);
        return [.. values.Select(value => double.IsNaN(value) ? mean : value)];
    }

    private static double[] AnswersTo(Findings findings, string item)
    {
        double[] answers = [.. findings.Focus.Firms.Select(_ => double.NaN)];
        if (findings.Study.Survey is { } survey && survey.AnswersTo(item) is { } given)
        {
            Dictionary<int, int> respondents = Enumerable.Range(0, survey.Respondents).ToDictionary(row => survey.Firms[row]);
            for (int i = 0; i < answers.Length; i++)
            {
                answers[i] = respondents.TryGetValue(findings.Focus.Firms[i], out int row) ? given[row] : double.NaN;
            }
        }

        return answers;
    }

    private static List<Note> NotesOf(Findings findings, FirmTraits traits, Score? absorptive)
    {
        List<Note> notes = [];
        if (traits.Imputed > 0)
        {
            notes.Add(new Note("firms-imputed", Severity.Warning, FormattableString.Invariant(
                $"{traits.Imputed} of {findings.Focus.Firms.Length} firms did not answer the survey. In the model each takes the capability and absorptive capacity of a firm like it that did, another in each draw.")));
        }

        if (absorptive is null)
        {
            notes.Add(new Note("absorption-assumed", Severity.Warning, "The study does not measure absorptive capacity; every firm has 0.5 in the model."));
        }

        if (traits.Functions > 1)
        {
            notes.Add(new Note("functions-as-answered", Severity.Information,
                "In the model each firm has a capability in each function, as far from its mean as it answered. A part of such differences is error of answers, which makes exchange between firms that are each ahead in something easier in the model than it may be."));
        }

        if (findings.Study.Firms.Employment.Length == 0)
        {
            notes.Add(new Note("no-sizes", Severity.Warning, "The study has no workers of firms; every firm starts with one worker in the model. What hangs on size there, take-up and market shares among it, is an assumption."));
        }

        if (findings.Study.Ties is null)
        {
            notes.Add(new Note("no-ties", Severity.Warning, "The study has no ties; knowledge passes between firms of the model by nearness and movers alone."));
        }

        return notes;
    }
}
