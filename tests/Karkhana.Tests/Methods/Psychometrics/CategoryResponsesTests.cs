using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CategoryResponsesTests
{
    private static readonly ItemParameters Two = new(["i2", "i1"], [1, 2], [[0.1], [-1, 1]], [0, 0]);

    [Fact]
    public void Distinct_answers_are_the_categories_in_order()
    {
        CategoryResponses coded = CategoryResponses.Observed(new ItemResponses(["a", "b"], [[5, 1, double.NaN, 3], [0, 0, 0, 0]]));

        coded.Row(0).ToArray().ShouldBe([2, 0]);
        coded.Row(2).ToArray().ShouldBe([CategoryResponses.Missing, 0]);
        coded.Values[0].ShouldBe([1, 3, 5]);
        coded.CategoryCount(1).ShouldBe(1);
        coded.Respondents.ShouldBe(4);
    }

    [Fact]
    public void Parameters_are_put_in_the_order_of_the_answers()
    {
        (CategoryResponses coded, ItemParameters ordered) = CategoryResponses.Of(
            new ItemResponses(["i1", "i2"], [[3, 1], [2, double.NaN]]), Two, lowestCategory: 1);

        ordered.Items.ShouldBe(["i1", "i2"]);
        ordered.Slopes.ShouldBe([2, 1]);
        ordered.Thresholds[0].ShouldBe([-1, 1]);
        coded.Row(0).ToArray().ShouldBe([2, 1]);
        coded.Row(1).ToArray().ShouldBe([0, CategoryResponses.Missing]);
    }

    [Fact]
    public void An_answer_that_is_no_category_is_named_with_its_place()
    {
        string message = Should.Throw<ArgumentException>(
            () => CategoryResponses.Of(new ItemResponses(["i1"], [[0, 1, 2.5]]), Two, 0)).Message;

        message.ShouldContain("0, 1, 2");
        message.ShouldContain("item i1");
        message.ShouldContain("row 3 was 2.5");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => CategoryResponses.Of(new ItemResponses(["i9"], [[0]]), Two, 0)).Message.ShouldContain("i9");
        Should.Throw<ArgumentException>(() => CategoryResponses.Observed(new ItemResponses([], []))).Message.ShouldContain("at least one item");
        Should.Throw<ArgumentException>(() => CategoryResponses.Observed(new ItemResponses(["a", "b"], [[1, 2], [1]])));
        Should.Throw<ArgumentException>(() => CategoryResponses.Observed(
            new ItemResponses(["a"], [[.. Enumerable.Range(0, 128).Select(value => (double)value)]]))).Message.ShouldContain("at most 127");
        CategoryResponses.Observed(new ItemResponses(["a"], [[.. Enumerable.Range(0, 127).Select(value => (double)value)]])).CategoryCount(0).ShouldBe(127);
    }

    [Fact]
    public void Parameters_that_make_no_item_are_refused()
    {
        ItemParameters sound = new(["a", "b"], [1, 1.5], [[0], [1]], [0, 0]);
        sound.For(ItemModel.TwoParameter).ShouldBe(sound);

        Refused(sound with { Slopes = [1, double.NaN] }, ItemModel.TwoParameter, "Slopes must be finite");
        Refused(sound with { Slopes = [1] }, ItemModel.TwoParameter, "must have 2 values");
        Refused(sound with { Items = ["a", "a"] }, ItemModel.TwoParameter, "a came twice");
        Refused(sound with { Thresholds = [[0], []] }, ItemModel.TwoParameter, "item b had none");
        Refused(sound with { Thresholds = [[0], [1, 2]] }, ItemModel.TwoParameter, "item b had 2");
        Refused(sound with { Thresholds = [[0], [1, 0.5]] }, ItemModel.Graded, "those of item b do");
        Refused(sound with { Thresholds = [[0], [0.5, 1]], Slopes = [1, -1] }, ItemModel.Graded, "those of item b do");
        Refused(sound with { Guessing = [0.2, 0] }, ItemModel.TwoParameter, "that of item a was 0.2");
        Refused(sound with { Guessing = [0.2, 1] }, ItemModel.ThreeParameter, "that of item b was 1");
        Refused(sound, ItemModel.Rasch, "that of item b was 1.5");
        Refused(new ItemParameters([], [], [], []), ItemModel.Rasch, "at least one item");

        static void Refused(ItemParameters items, ItemModel model, string words) =>
            Should.Throw<ArgumentException>(() => items.For(model)).Message.ShouldContain(words);
    }
}
