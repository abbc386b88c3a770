namespace Karkhana.Methods.Econometrics;

/// <summary>The effects of all cohorts in all periods, with the influence of every unit on each.</summary>
internal sealed class GroupTimeCells
{
    private readonly AdoptionPanel _panel;
    private readonly GroupTimeEffectsOptions _options;

    private GroupTimeCells(AdoptionPanel panel, GroupTimeEffectsOptions options) => (_panel, _options) = (panel, options);

    public List<GroupTimeCell> Cells { get; } = [];

    /// <summary>Gets the influence of each unit on each cell, as if it were a mean over all units.</summary>
    public List<double[]> Influences { get; } = [];

    /// <summary>Gets the cohorts that have no period before adoption.</summary>
    public List<double> WithoutBase { get; } = [];

    /// <summary>Gets the base periods relative to adoption; one when periods are evenly spaced.</summary>
    public SortedSet<double> References { get; } = [];

    /// <summary>Gets how many cells had too few units.</summary>
    public int Thin { get; private set; }

    /// <summary>Gets how many cells had covariates that tell treated from comparison units for sure.</summary>
    public int Apart { get; private set; }

    public static GroupTimeCells Of(AdoptionPanel panel, GroupTimeEffectsOptions options, CancellationToken cancellationToken)
    {
        GroupTimeCells cells = new(panel, options);
        foreach (double cohort in panel.Cohorts)
        {
            int reference = Array.FindLastIndex(panel.Periods, period => period < cohort - options.Anticipation);
            if (reference < 0)
            {
                cells.WithoutBase.Add(cohort);
                continue;
            }

            cells.References.Add(panel.Periods[reference] - cohort);
            for (int period = 0; period < panel.Periods.Length; period++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (period != reference)
                {
                    cells.Add(cohort, period, reference);
                }
            }
        }

        return cells;
    }

    /// <summary>Gives the standard error of a mean of influences, summed up by cluster.</summary>
    public double StandardError(double[] influence) => Math.Sqrt(Variance(influence, influence));

    public double Variance(double[] left, double[] right)
    {
        double[] first = ByCluster(left);
        double[] second = ByCluster(right);
        return Core.Kernels.Sums.Dot(first, second) / ((double)_panel.UnitCount * _panel.UnitCount);
    }

    public double[] ByCluster(double[] influence)
    {
        double[] sums = new double[_panel.Clusters.Count];
        for (int unit = 0; unit < influence.Length; unit++)
        {
            sums[_panel.Clusters.ByRow[unit]] += influence[unit];
        }

        return sums;
    }

    /// <summary>Gives the mean of some cells by the size of their cohorts, with its influences, which carry that the
    /// sizes are those of a sample.</summary>
    public (double Estimate, double[] Influence) Average(int[] cells)
    {
        double units = _panel.UnitCount;
        double[] shares = [.. cells.Select(cell => _panel.Adoption.Count(adoption => adoption == Cells[cell].Cohort) / units)];
        double total = shares.Sum();
        double estimate = cells.Select((cell, place) => shares[place] * Cells[cell].Estimate).Sum() / total;
        double[] influence = new double[_panel.UnitCount];
        for (int place = 0; place < cells.Length; place++)
        {
            double[] own = Influences[cells[place]];
            GroupTimeCell cell = Cells[cells[place]];
            for (int unit = 0; unit < influence.Length; unit++)
            {
                double member = (_panel.Adoption[unit] == cell.Cohort ? 1 : 0) - shares[place];
                influence[unit] += ((shares[place] * own[unit]) + (member * (cell.Estimate - estimate))) / total;
            }
        }

        return (estimate, influence);
    }

    private void Add(double cohort, int period, int reference)
    {
        double after = Math.Max(_panel.Periods[period], _panel.Periods[reference]) + _options.Anticipation;
        int[] units = [.. Enumerable.Range(0, _panel.UnitCount).Where(unit =>
            _panel.Row(unit, period) >= 0 && _panel.Row(unit, reference) >= 0 && (_panel.Adoption[unit] == cohort || IsCompared(_panel.Adoption[unit], after)))];
        bool[] treated = [.. units.Select(unit => _panel.Adoption[unit] == cohort)];
        int own = treated.Count(is1 => is1);
        double[] outcome = _panel.Rows.Columns.Outcome;
        ChangeComparison? comparison = own == 0 ? null : ChangeComparison.Of(
            [.. units.Select(unit => outcome[_panel.Row(unit, period)] - outcome[_panel.Row(unit, reference)])],
            treated,
            [.. _panel.Rows.Columns.Columns.Select(column => units.Select(unit => column[_panel.Row(unit, reference)]).ToArray())],
            _options.Estimator);
        if (comparison is not { HasOverlap: true })
        {
            Thin += comparison is null ? 1 : 0;
            Apart += comparison is null ? 0 : 1;
            return;
        }

        double[] influence = new double[_panel.UnitCount];
        for (int place = 0; place < units.Length; place++)
        {
            influence[units[place]] = comparison.Influence[place] * _panel.UnitCount / units.Length;
        }

        Influences.Add(influence);
        Cells.Add(new GroupTimeCell(
            cohort, _panel.Periods[period], comparison.Estimate, StandardError(influence), own, units.Length - own));
    }

    private bool IsCompared(double adoption, double after) =>
        double.IsPositiveInfinity(adoption) || (_options.Comparison == ComparisonGroup.NotYet && adoption > after);
}
