using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The survey: who answered what, and why an answer is not there.</summary>
internal sealed class Answers
{
    private const string DifItem = "C06";
    private const int Asking = 0;
    private const int Answering = 1;
    private const int Losing = 2;

    private readonly Truth _truth;
    private readonly ulong _seed;
    private readonly Latents _latents;
    private readonly double[] _performance; // against the others that answered, so that the planted share is theirs
    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MissingCode[]> _missing = new(StringComparer.Ordinal);

    public Answers(Truth truth, ulong seed)
    {
        _truth = truth;
        _seed = seed;
        _latents = new Latents(truth);
        Respondents = WhoAnswers();
        Interviews = new Interviews(Respondents.Length, seed);
        _performance = Sampling.Standardise([.. Respondents.Select(maker => truth.Performance[maker])]);
        foreach ((Item item, int place) in Codebook.Items.Select((item, place) => (item, place)))
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticAnswers, Answering, place);
            _values[item.Id] = item.Construct == "capability" ? Graded(item, stream)
                : item.PartOf is { } whole ? PartOf(_values[whole], item, stream)
                : item.Id == "A1" ? Staff(item, stream)
                : item.Id == "F1" ? [.. Respondents.Select(maker => (double)_truth.Makers[maker].YearStarted)]
                : item.Id == "F5" ? [.. Respondents.Select(maker => (double)_truth.Makers[maker].SchoolingYears)]
                : item.Expected is not null ? Interviews.Checked(item, place)
                : item.Construct == RoutineItems.Construct
                    ? Interviews.WrittenDown(AnswerModel.Answers(item, Scores(item, stream)))
                : item.Id == "M12" ? [.. Respondents.Select(maker => BindingConstraint(maker, stream))]
                : AnswerModel.Answers(item, Scores(item, stream));
        }

        foreach ((Item item, int place) in Codebook.Items.Select((item, place) => (item, place)))
        {
            _missing[item.Id] = Lost(item, new RandomStream(seed, RandomPurpose.SyntheticAnswers, Losing, place));
        }
    }

    /// <summary>Gets the makers that answered.</summary>
    public int[] Respondents { get; }

    /// <summary>Gets how the interviews went.</summary>
    public Interviews Interviews { get; }

    /// <summary>Gives an answer, also one that was lost.</summary>
    public double Value(Item item, int respondent) => _values[item.Id][respondent];

    /// <summary>Gives why an answer is not there.</summary>
    public MissingCode Code(Item item, int respondent) => _missing[item.Id][respondent];

    /// <summary>Gives an answer as it stands in the file.</summary>
    public object Cell(Item item, int respondent) => _missing[item.Id][respondent] switch
    {
        MissingCode.NotAsked => "not_asked",
        MissingCode.NotApplicable => "not_applicable",
        MissingCode.DontKnow => "dont_know",
        MissingCode.Refused => "refused",
        _ => _values[item.Id][respondent],
    };

    private int[] WhoAnswers()
    {
        int[] asked = [.. Enumerable.Range(0, _truth.Makers.Length)
            .Where(
                maker => _truth.Makers[maker].Place.Town != Places.Faisalabad && !_truth.Gatekeepers.Contains(maker))];
        int wanted = (int)Math.Round(
            AnswerParameters.Response * (asked.Length + _truth.Gatekeepers.Count)) - _truth.Gatekeepers.Count;
        new RandomStream(_seed, RandomPurpose.SyntheticAnswers, Asking).ShuffleFront<int>(asked, wanted);
        return [.. asked.Take(wanted).Concat(_truth.Gatekeepers).Order()];
    }

    private double[] Scores(Item item, RandomStream stream)
    {
        double[] behind = _latents.Behind(item);
        double loading = Latents.Loading(item) * (item.Reverse ? -1 : 1);
        double rest = Math.Sqrt(1 - (loading * loading));
        return [.. Respondents.Select(maker => (loading * behind[maker]) + (rest * stream.NextGaussian()))];
    }

    /// <summary>Graded response model: P(answer ≥ k) = logistic(a(θ − b_k)).</summary>
    private double[] Graded(Item item, RandomStream stream)
    {
        double[] capability = Sampling.Standardise(_truth.Capability);
        double drawn = AnswerParameters.LeastSlope + ((AnswerParameters.MostSlope - AnswerParameters.LeastSlope) * stream.NextDouble());
        double slope = item.Id == DifItem ? AnswerParameters.PlantedDifSlope : drawn;
        Parameter level = item.Complexity switch
        {
            1 => AnswerParameters.BasicDifficulty,
            2 => AnswerParameters.IntermediateDifficulty,
            _ => AnswerParameters.AdvancedDifficulty,
        };
        double middle = level + (AnswerParameters.DifficultyNoise * ((2 * stream.NextDouble()) - 1));
        return [.. Respondents.Select(maker =>
        {
            double shift = item.Id == DifItem && _truth.Makers[maker].Clustered == false ? AnswerParameters.PlantedDif : 0;
            double uniform = stream.NextDouble();
            double answer = 0;
            for (int step = 1; step <= 3; step++)
            {
                double threshold = middle + shift + ((step - 2) * AnswerParameters.ThresholdGap);
                answer += uniform < Sampling.Logistic(slope * (capability[maker] - threshold)) ? 1 : 0;
            }

            return answer;
        })];
    }

    private double BindingConstraint(int maker, RandomStream stream)
    {
        bool other = stream.NextBool(AnswerParameters.ConstraintNoise);
        int guess = 1 + stream.NextInt(5);
        return other ? guess : Constraint(maker);
    }

    /// <summary>1 cost, 2 own money, 3 not worth it, 4 do not know how, 5 no such knowledge around.</summary>
    private int Constraint(int maker)
    {
        MakerSituation problem = _truth.Problems[maker];
        return _truth.Regimes[maker] switch
        {
            TrueRegime.Liquidity or TrueRegime.ThresholdFinance => 2,
            TrueRegime.ThresholdReturn => 3,
            TrueRegime.AtMinimum => 1,
            _ when _truth.Absorption[maker] < AnswerParameters.KnowHow => 4,
            _ when problem.Effectiveness < TruthParameters.Effectiveness => 5,
            _ when problem.Incentive < TruthParameters.Incentive => 3,
            _ => 1,
        };
    }

    /// <summary>Staff grows with the firm; the owner is one of it.</summary>
    private double[] Staff(Item item, RandomStream stream) => [.. Scores(item, stream).Select((score, i) => Math.Max(
        1, Math.Round(item.Centre * Math.Exp(item.Spread * score) * Math.Sqrt(
            _truth.Makers[Respondents[i]].Workers / FirmParameters.SmallMean))))];

    private double[] PartOf(double[] whole, Item item, RandomStream stream)
    {
        double logit = Math.Log(item.Centre / (1 - item.Centre));
        return [.. Scores(item, stream).Select(
            (score, i) => Math.Round(whole[i] * Sampling.Logistic(logit + (item.Spread * score))))];
    }

    private MissingCode[] Lost(Item item, RandomStream stream) => [.. Respondents.Select((_, i) =>
    {
        (double lost, double why) = (stream.NextDouble(), stream.NextDouble());
        if (DoesNotApply(item.Id, i))
        {
            return MissingCode.NotApplicable;
        }

        double share = item.Id == "P1"
            ? Math.Clamp(
                AnswerParameters.MissingSales + (AnswerParameters.MissingSalesSlope * _performance[i]), 0.02, 0.8)
            : AnswerParameters.Missing;
        bool secret = item.Id == "P1";
        return lost >= share ? MissingCode.Present
            : why < (secret ? 0.7 : 0.2) ? MissingCode.Refused
            : why < 0.6 ? MissingCode.DontKnow
            : secret ? MissingCode.DontKnow : MissingCode.NotAsked;
    })];

    private bool DoesNotApply(string item, int respondent) => item switch
    {
        "H2" => _values["H1"][respondent] == 0,
        "Q2" => _values["Q1"][respondent] == 0,
        "J8" => Enumerable.Range(1, 7).All(type => _values[FormattableString.Invariant($"J{type}")][respondent] == 0),
        _ => false,
    };
}
