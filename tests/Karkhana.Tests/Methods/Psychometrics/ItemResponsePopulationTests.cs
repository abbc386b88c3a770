using Karkhana.Benchmarks.Psychometrics;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponsePopulationTests
{
    private static readonly ItemResponseModelOptions Graded = new() { Model = ItemModel.Graded };

    [Fact]
    public void Two_groups_get_back_their_means_and_variances()
    {
        ItemResponseModelResult result = TwoGroups(shift: 0).Fit(Graded);

        result.Population.Groups.ShouldBe(["dispersed", "town"]);
        result.Population.Means[0].ShouldBe(0);
        result.Population.Variances[0].ShouldBe(1);
        ParameterTerm mean = result.Terms.Single(term => term.Kind == ParameterTermKind.Mean);
        ParameterTerm variance = result.Terms.Single(term => term.Kind == ParameterTermKind.Variance);
        mean.Estimate.ShouldBe(0.5, tolerance: 3 * mean.StdError);
        variance.Estimate.ShouldBe(1.44, tolerance: 3 * variance.StdError);
        mean.StdError.ShouldBeInRange(0.03, 0.09);
        result.ParameterCount.ShouldBe(26);
        result.Population.RespondentMeans[0].ShouldBe(0);
        result.Population.RespondentMeans[1].ShouldBe(mean.Estimate);
        result.Population.RespondentVariances[1].ShouldBe(variance.Estimate, tolerance: 1e-12);
    }

    [Fact]
    public void Another_reference_moves_the_scale_and_not_the_likelihood()
    {
        ItemResponseSample sample = TwoGroups(shift: 0);
        // Nodes far out, so that both scales have the same ones in reach.
        ItemResponseModelResult first = sample.Fit(Graded with { Nodes = 161, Range = 10 });
        ItemResponseModelResult second = sample.Fit(Graded with { Nodes = 161, Range = 10, ReferenceGroup = "town" });

        second.LogLikelihood.ShouldBe(first.LogLikelihood, tolerance: 1e-5);
        second.Population.Variances[1].ShouldBe(1 / first.Population.Variances[1], tolerance: 1e-4);
        second.Population.Means[1].ShouldBe(-first.Population.Means[1] / Math.Sqrt(first.Population.Variances[1]), tolerance: 1e-4);
    }

    [Fact]
    public void A_free_item_shows_its_shift_and_leaves_the_anchors_alone()
    {
        ItemResponseSample sample = TwoGroups(shift: 0.8);
        ItemResponseModelResult tied = sample.Fit(Graded);
        ItemResponseModelResult free = sample.Fit(Graded with { FreeItems = ["q3"] });

        // Four parameters more; the deviance falls far beyond what chance gives (chi-square of 4).
        (free.ParameterCount - tied.ParameterCount).ShouldBe(4);
        (2 * (free.LogLikelihood - tied.LogLikelihood)).ShouldBeGreaterThan(40);
        (free.GroupParameters[1].Thresholds[2][1] - free.GroupParameters[0].Thresholds[2][1]).ShouldBe(0.8, tolerance: 0.25);
        free.GroupParameters[1].Thresholds[0].ShouldBe(free.GroupParameters[0].Thresholds[0]);
        free.ToOutputs().All["group_threshold"].Rows.ShouldBe(["q3:dispersed", "q3:town"]);
        free.ToOutputs().All["group_slope"].Numbers!.Count.ShouldBe(2);
        free.Terms.Count(term => term.Item == "q3" && term.Group == "town").ShouldBe(4);
    }

    [Fact]
    public void Groups_without_anything_in_common_but_the_items_are_fitted_apart_when_all_but_one_are_free()
    {
        // With one anchor the focal group's own fit is free up to the scale: the likelihoods of separate fits bound it.
        ItemResponseSample sample = TwoGroups(shift: 0);
        ItemResponseModelResult joint = sample.Fit(Graded with { FreeItems = ["q2", "q3", "q4", "q5", "q6"] });
        double apart = new[] { "dispersed", "town" }.Sum(group => Alone(sample, group).Fit(Graded).LogLikelihood);

        joint.LogLikelihood.ShouldBeLessThan(apart + 1e-3);
        (apart - joint.LogLikelihood).ShouldBeLessThan(15);
    }

    [Fact]
    public void A_latent_regression_gets_back_its_coefficients_in_the_unit_of_the_covariate()
    {
        RecoveryDesign design = new("", ItemModel.Graded, 2000, SimulatedAnswers.Items(8, 3), [0.5, -0.4]);
        ItemResponseSample sample = design.Draw(seed: 7, replicate: 0);
        ItemResponseModelResult result = sample.Fit(Graded);
        ItemResponseModelResult scaled = (sample with
        {
            Covariates = [[.. sample.Covariates[0].Select(value => 2003 + (10 * value))], sample.Covariates[1]],
        }).Fit(Graded);

        ParameterTerm[] terms = [.. result.Terms.Where(term => term.Kind == ParameterTermKind.Coefficient)];
        terms.Select(term => term.Covariate).ShouldBe(["x1", "x2"]);
        terms[0].Estimate.ShouldBe(0.5, tolerance: 3 * terms[0].StdError);
        terms[1].Estimate.ShouldBe(-0.4, tolerance: 3 * terms[1].StdError);
        scaled.Population.Coefficients[0].ShouldBe(result.Population.Coefficients[0] / 10, tolerance: 1e-7);
        scaled.Population.Coefficients[1].ShouldBe(result.Population.Coefficients[1], tolerance: 1e-7);
        scaled.Population.Centres[0].ShouldBe(2003, tolerance: 1e-9);
        result.MarginalReliability.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_covariate_that_is_the_group_shifts_the_mean_as_the_group_does()
    {
        // Equal variances: a dummy covariate and a Rasch model differ from two groups only by the second variance.
        ItemResponseSample sample = TwoGroups(shift: 0);
        double[] dummy = [.. sample.Groups!.Select(group => group == "town" ? 1.0 : 0)];
        ItemResponseModelResult regression = (sample with { Groups = null, CovariateNames = ["town"], Covariates = [dummy] }).Fit(Graded);
        ItemResponseModelResult groups = sample.Fit(Graded);

        regression.Population.Coefficients[0].ShouldBe(groups.Population.Means[1], tolerance: 0.1);
        regression.LogLikelihood.ShouldBeLessThan(groups.LogLikelihood);
        (groups.ParameterCount - regression.ParameterCount).ShouldBe(1);
    }

    [Fact]
    public void A_respondent_without_answers_stays_with_the_mean_of_its_population()
    {
        RecoveryDesign design = new("", ItemModel.Graded, 400, SimulatedAnswers.Items(6, 2), [0.5]);
        ItemResponseSample sample = design.Draw(seed: 3, replicate: 0);
        foreach (double[] answers in sample.Responses.Answers)
        {
            answers[17] = double.NaN;
        }

        ItemResponseModelResult result = sample.Fit(Graded);

        result.Respondents.ShouldBe(399);
        result.Notes.ShouldContain(note => note.Code == "no-answers" && note.Text.StartsWith("1 of 400", StringComparison.Ordinal));
        result.Population.RespondentMeans[17].ShouldBe(
            result.Population.Coefficients[0] * (sample.Covariates[0][17] - result.Population.Centres[0]), tolerance: 1e-12);
    }

    [Fact]
    public void A_respondent_without_covariate_is_left_out_and_counted()
    {
        RecoveryDesign design = new("", ItemModel.Graded, 400, SimulatedAnswers.Items(6, 2), [0.5]);
        ItemResponseSample sample = design.Draw(seed: 3, replicate: 0);
        sample.Covariates[0][17] = double.NaN;

        ItemResponseModelResult result = sample.Fit(Graded);

        result.Respondents.ShouldBe(399);
        result.Rows.ShouldNotContain(17);
        result.Notes.ShouldContain(note => note.Code == "missing-covariate");
        result.Population.RespondentMeans[17].ShouldBe(double.NaN);
    }

    private static ItemResponseSample Alone(ItemResponseSample sample, string group) =>
        sample.Rows(Enumerable.Range(0, 2000).Where(row => sample.Groups![row] == group)) with { Groups = null };

    private static ItemResponseSample TwoGroups(double shift)
    {
        ItemParameters items = SimulatedAnswers.Items(6, 3);
        ItemParameters moved = items with
        {
            Thresholds = [.. items.Thresholds.Select((steps, item) => item == 2 ? steps.Select(step => step + shift).ToArray() : steps)],
        };
        RandomStream stream = new(11, RandomPurpose.Example, 0);
        double[] theta = SimulatedAnswers.Latent(2000, stream);
        bool[] town = [.. Enumerable.Range(0, 2000).Select(row => row % 2 == 1)];
        ItemResponses dispersed = SimulatedAnswers.Draw(ItemModel.Graded, items, theta, stream);
        ItemResponses clustered = SimulatedAnswers.Draw(ItemModel.Graded, moved, [.. theta.Select(value => 0.5 + (1.2 * value))], stream);
        return new ItemResponseSample(dispersed with
        {
            Answers = [.. dispersed.Answers.Select((answers, item) => answers.Select((answer, row) => town[row] ? clustered.Answers[item][row] : answer).ToArray())],
        })
        {
            Groups = [.. town.Select(member => member ? "town" : "dispersed")],
        };
    }
}
