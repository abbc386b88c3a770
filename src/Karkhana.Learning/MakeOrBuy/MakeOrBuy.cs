using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Do firms that sell to the upper segment buy fewer processes from others?</summary>
public static class MakeOrBuy
{
    private const string Source =
        "Amsden 1977, World Development 5(3):217-233; framework 1.4.8, section 8 (17); McFadden 1974, in Frontiers in Econometrics (ed. Zarembka), 105-142; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    private const string BoughtColumn = "bought";
    private const string Quality = "quality";
    private const string Process = "process";

    /// <summary>Estimates.</summary>
    /// <remarks>
    /// ln(P(i buys p)/P(i makes p)) = a_p + b q_i + Σ c_k x_k by maximum likelihood over the firms whose product needs p: all processes together, with a constant each, and each
    /// process by itself; a process that all of them buy, or all make, is left out of the first, for it says nothing of b. q, the share of sales to buyers who specify quality, is standardised over the firms, and so are controls. Errors by place from 8 places on, with Student's t of places − 1 degrees
    /// of freedom; else by firm. P-values of the processes are corrected together (Benjamini and Hochberg). Theory suggests b below 0: where quality counts more is done in the firm.
    /// An association: firms that do more by themselves may win such buyers, and machines serve both. Assumes a linear logit. Cost: one small logit per process, one large.
    /// Source: Amsden 1977; framework 1.4.8 and section 8, row 17. Agrees with: econometrics.binary-regression, which agrees with R's glm and sandwich.
    /// </remarks>
    /// <param name="sample">Who buys what, quality and controls.</param>
    /// <param name="options">Fewest firms, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between processes.</param>
    /// <returns>The slopes; where there is none, the reason.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is no process, or an answer is neither 0 nor 1.</exception>
    public static MakeOrBuyResult Estimate(
        MakeOrBuySample sample, MakeOrBuyOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Require.That(sample.Bought.Count > 0, nameof(sample.Bought), "must hold a process; there was none");
        sample.Check();
        options ??= new MakeOrBuyOptions();
        string[] processes = [.. sample.Bought.Keys.Order(StringComparer.Ordinal)];
        MakeOrBuySample standard = sample with
        {
            Quality = Scaled(sample.Quality),
            Controls = sample.Controls.ToDictionary(control => control.Key, control => Scaled(control.Value), StringComparer.Ordinal),
        };
        ProcessPurchase[] rows =
        [
            Purchase(ProcessPurchase.AllProcesses, processes, standard, options, cancellationToken),
            .. processes.Select(process => Purchase(process, [process], standard, options, cancellationToken)),
        ];
        return new MakeOrBuyResult(
            Corrected(rows), options, [.. Notes(rows)],
            new Provenance(
                "learning.make-or-buy",
                FormattableString.Invariant($"processes = [{string.Join(", ", processes)}], controls = [{string.Join(", ", sample.Controls.Keys)}], level = {options.Level}"), Source))
        {
            Held = [.. sample.Controls.Keys],
        };
    }

    private static ProcessPurchase Purchase(string name, string[] processes, MakeOrBuySample sample, MakeOrBuyOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (string Process, int Firm)[] cells = [.. processes.SelectMany(process => Enumerable.Range(0, sample.Firms.Count).Select(firm => (process, firm)))
            .Where(cell => !double.IsNaN(sample.Bought[cell.process][cell.firm]) && !double.IsNaN(sample.Quality[cell.firm])
                && sample.Controls.Values.All(control => !double.IsNaN(control[cell.firm])))];
        int firms = cells.Select(cell => cell.Firm).Distinct().Count();
        int bought = cells.Count(cell => sample.Bought[cell.Process][cell.Firm] == 1);
        int Firms(double answer) => cells.Where(cell => sample.Bought[cell.Process][cell.Firm] == answer).Select(cell => cell.Firm).Distinct().Count();
        (int making, int buying) = (Firms(0), Firms(1));
        ProcessPurchase row = new(name, firms, cells.Length == 0 ? double.NaN : bought / (double)cells.Length);
        if (firms < options.LeastFirms || Math.Min(making, buying) < options.LeastPerSide)
        {
            return row with
            {
                Reason = FormattableString.Invariant(
                    $"{making} make and {buying} buy among {firms} firms; {options.LeastFirms} firms are needed, and {options.LeastPerSide} of each."),
            };
        }

        // A process that all buy, or all make, has an infinite constant of its own and says nothing of the slope.
        HashSet<string> both = [.. processes.Where(process => cells.Where(cell => cell.Process == process).Select(cell => sample.Bought[process][cell.Firm]).Distinct().Skip(1).Any())];
        return both.Count == 0
            ? row with { Reason = "Each process is bought by all of these firms or made by all." }
            : Estimated(row, [.. cells.Where(cell => both.Contains(cell.Process))], sample, options, cancellationToken);
    }

    // What does not vary has no standard deviation; as it is, it falls together with the constant.
    private static double[] Scaled(IReadOnlyList<double> values)
    {
        double[] scores = Standard.Scores(values);
        return scores.All(double.IsNaN) ? [.. values] : scores;
    }

    private static ProcessPurchase Estimated(
        ProcessPurchase row, (string Process, int Firm)[] cells, MakeOrBuySample sample, MakeOrBuyOptions options, CancellationToken cancellationToken)
    {
        string[] placed = [.. cells.Select(cell => sample.Places[cell.Firm])];
        int places = placed.All(place => place.Length > 0) ? placed.Distinct().Count() : 0;
        bool byPlace = places >= LearningEquations.LeastPlaces;
        string[] controls = [.. sample.Controls.Keys];
        bool several = cells.Select(cell => cell.Process).Distinct().Skip(1).Any();
        Table table = Table.Of(
            "make_or_buy",
            [
                Column.Of(BoughtColumn, cells.Select(cell => sample.Bought[cell.Process][cell.Firm])),
                Column.Of(Quality, cells.Select(cell => sample.Quality[cell.Firm])),
                Column.Of(Process, cells.Select(cell => (string?)cell.Process)),
                .. controls.Select(control => (Column)Column.Of(Control(control), cells.Select(cell => sample.Controls[control][cell.Firm]))),
            ]);
        BinaryRegressionResult fit = BinaryRegression.Estimate(
            new RegressionSample(table) { Clusters = [byPlace ? placed : [.. cells.Select(cell => FormattableString.Invariant($"{cell.Firm}"))]] },
            new BinaryRegressionOptions
            {
                Model = new ModelSpecification
                {
                    Outcome = BoughtColumn,
                    Terms = [Quality, .. controls.Select(Control), .. several ? [Process] : Array.Empty<string>()],
                    Categorical = several ? new Dictionary<string, string> { [Process] = "" } : [],
                },
                Covariance = BinaryCovariance.Cluster,
                Level = options.Level,
            },
            cancellationToken: cancellationToken);
        int at = fit.Coefficients.Find(Quality);
        if (at < 0 || !double.IsFinite(fit.Coefficients.StandardErrors[at]) || !(fit.Coefficients.StandardErrors[at] > 0))
        {
            return row with { Reason = "Quality does not vary by itself among these firms, or parts those that buy from those that make without error." };
        }

        return row with
        {
            Places = byPlace ? places : 0,
            Slope = new CoefficientTable(
                [Quality], [fit.Coefficients.Estimates[at]], [fit.Coefficients.StandardErrors[at]], [byPlace ? places - 1 : double.PositiveInfinity], options.Level),
            MarginalEffect = fit.AverageMarginalEffects[at],
        };
    }

    // A control may be called like a column of the model.
    private static string Control(string name) => $"control {name}";

    private static ProcessPurchase[] Corrected(ProcessPurchase[] rows)
    {
        int[] told = [.. Enumerable.Range(1, rows.Length - 1).Where(row => rows[row].Slope is not null)];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. told.Select(row => rows[row].Slope!.PValues[0])]);
        for (int i = 0; i < told.Length; i++)
        {
            rows[told[i]] = rows[told[i]] with { AdjustedPValue = adjusted[i] };
        }

        return rows;
    }

    private static IEnumerable<Note> Notes(ProcessPurchase[] rows)
    {
        yield return new Note("association", Severity.Information,
            "An association: theory suggests that higher quality goes with doing more in the firm (an expected sign below 0), but firms that do more may also win the buyers who specify quality.");
        if (rows[0] is { Slope: not null, Places: > 0 and < FewPlaces.Enough and int places })
        {
            yield return new Note("few-places", Severity.Warning, FormattableString.Invariant($"Errors are added up over {places} places; with fewer than {FewPlaces.Enough} intervals are likely too narrow."));
        }
        else if (rows[0] is { Slope: not null, Places: 0 })
        {
            yield return new Note("errors-of-firms", Severity.Warning, FormattableString.Invariant(
                $"There are fewer than {LearningEquations.LeastPlaces} places, or some are not known: errors are those of firms and do not allow for what firms of a place share."));
        }
    }
}
