using Karkhana.Benchmarks.Psychometrics;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>SYNTHETIC answers: graded items of slopes U(0.9, 2.2) and thresholds 0.8 apart, one of which is harder for dispersed firms; 6 % of answers are
/// missing at random.</summary>
internal sealed class SyntheticAnswers(SyntheticFirms firms, ulong seed)
{
    public const string DifferentialItem = "C07";

    private const double Difference = 0.6;
    private const double Missing = 0.06;

    private readonly List<SurveyItem> _items = [];
    private readonly List<double[]> _answers = [];

    /// <summary>Gets the slope of the differential item.</summary>
    public double DifferentialSlope { get; private set; }

    /// <summary>Asks items of a construct.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="scale">The scale's name.</param>
    /// <param name="latent">What the items speak of, in any unit.</param>
    /// <param name="ids">The items.</param>
    /// <param name="steps">The number of thresholds.</param>
    /// <param name="least">The code of the lowest answer.</param>
    public SyntheticAnswers Ask(string construct, string scale, double[] latent, string[] ids, int steps, int least = 0)
    {
        double[] theta = Standard.Scores(latent);
        foreach (string id in ids)
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticAnswers, _items.Count);
            double centre = 1.2 * (stream.NextDouble() - 0.5);
            ItemParameters item = new(
                [id], [0.9 + (1.3 * stream.NextDouble())],
                [[.. Enumerable.Range(0, steps).Select(step => centre + (0.8 * (step - ((steps - 1) / 2.0))))]], [0]);
            DifferentialSlope = id == DifferentialItem ? item.Slopes[0] : DifferentialSlope;
            double[] own = id == DifferentialItem
                ? [.. theta.Select((value, firm) => firms.Clustered[firm] ? value : value - Difference)]
                : theta;
            double[] answers = SimulatedAnswers.Draw(ItemModel.Graded, item, own, stream).Answers[0];
            _answers.Add([.. answers.Select(answer => stream.NextBool(Missing) ? double.NaN : answer + least)]);
            _items.Add(new SurveyItem(
                id, id[..1], construct, scale, least, least + steps, false, "", 0, new Dictionary<string, string> { ["en"] = $"SYNTHETIC {id}" }));
        }

        return this;
    }

    public Survey ToSurvey() => new(
        _items,
        [.. Enumerable.Range(0, SyntheticFirms.Count)],
        _answers,
        [.. _answers.Select(answers => answers.Select(answer => double.IsNaN(answer) ? MissingCode.Refused : MissingCode.Present).ToArray())],
        [.. Enumerable.Repeat(1.0, SyntheticFirms.Count)],
        [.. Enumerable.Repeat(true, SyntheticFirms.Count)]);
}
