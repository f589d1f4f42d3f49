namespace Outreach.FakeServer.Tests.Mail;

public sealed class OutboxTests
{
    [Fact]
    public async Task A_place_without_a_message_is_out_of_range_whatever_was_there_before()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Outbox.Invoking(outbox => outbox[0]).Should().Throw<ArgumentOutOfRangeException>().WithMessage("The outbox has 0 messages.*");
        Send(fake);
        FakeSnapshot one = fake.Snapshot();
        Send(fake);

        fake.Restore(one);

        fake.Outbox[0].Sequence.Should().Be(1);
        foreach (int place in new[] { -1, 1, 7, 8, 5000 }) fake.Outbox.Invoking(outbox => outbox[place]).Should().Throw<ArgumentOutOfRangeException>($"of {place}");
    }

    [Fact]
    public async Task A_restore_in_the_middle_of_a_walk_ends_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        FakeSnapshot empty = fake.Snapshot();
        for (int i = 0; i < 3; i++) Send(fake);
        List<long> met = [];

        foreach (OutboxMessage message in fake.Outbox)
        {
            met.Add(message.Sequence);
            if (met.Count == 2) fake.Restore(empty);
        }

        met.Should().Equal(1, 2);
    }

    private static void Send(OutreachFake fake)
    {
        lock (fake.World.Gate) fake.World.Outbox.Add(new OutboxMessage { Api = "markus", MessageId = "m", SentAt = fake.Clock.Now, From = "a@x.example", To = "b@x.example" });
    }
}
